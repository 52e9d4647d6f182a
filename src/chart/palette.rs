//! The colours of a theme, chosen by meaning.
//!
//! Every pair that carries words has a contrast of at least 4.5 : 1, every mark that carries data
//! at least 3 : 1 on the paper; the tests hold it for all hues, tints and themes.

use std::sync::OnceLock;

use super::{Hue, Ink};

/// How far a tint keeps its colour; the rest is paper.
const TINTS: [f64; 5] = [1.0, 0.80, 0.52, 0.30, 0.18];

/// The least contrast of words.
const READABLE: f64 = 4.5;

/// The three looks of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// Strong and large, for a room.
    Projector,
}

impl Theme {
    /// How much larger words are than on a desk.
    pub const fn type_scale(self) -> f64 {
        match self {
            Self::Light | Self::Dark => 1.0,
            Self::Projector => 1.2,
        }
    }

    /// How much heavier lines are than on a desk.
    pub const fn weight(self) -> f64 {
        match self {
            Self::Light | Self::Dark => 1.0,
            Self::Projector => 1.4,
        }
    }
}

/// A colour of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// White.
    pub const WHITE: Self = Self(255, 255, 255);
    /// Black.
    pub const BLACK: Self = Self(0, 0, 0);

    /// The colour as `0xrrggbb`.
    const fn hex(code: u32) -> Self {
        let [_, r, g, b] = code.to_be_bytes();
        Self(r, g, b)
    }

    /// As style sheets write it: `#rrggbb`.
    pub fn css(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Contrast with another colour, 1 to 21, as WCAG 2 defines it.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance() + 0.05, other.luminance() + 0.05);
        a.max(b) / a.min(b)
    }

    /// Relative luminance, 0 to 1, as WCAG 2 defines it.
    fn luminance(self) -> f64 {
        // Asked for every word of a figure: the powers are worked out once.
        static LINEAR: OnceLock<[f64; 256]> = OnceLock::new();
        let powers = LINEAR.get_or_init(|| {
            std::array::from_fn(|channel| {
                let c = channel as f64 / 255.0;
                if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
            })
        });
        let linear = |channel: u8| powers[usize::from(channel)];
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// This colour with only the share `keep` of it left over `other`.
    fn over(self, other: Self, keep: f64) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // within 0..=255
        let blend = |a: u8, b: u8| {
            (f64::from(a) * keep + f64::from(b) * (1.0 - keep)).round().clamp(0.0, 255.0) as u8
        };
        Self(blend(self.0, other.0), blend(self.1, other.1), blend(self.2, other.2))
    }
}

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    paper: Rgb,
    ink: Rgb,
    quiet: Rgb,
    hair: Rgb,
    cost: Rgb,
    ours: Rgb,
    rivals: [Rgb; 4],
    gain: Rgb,
    loss: Rgb,
}

impl Palette {
    /// The palette of a theme.
    pub const fn of(theme: Theme) -> Self {
        match theme {
            Theme::Light => Self::light(),
            Theme::Dark => Self::dark(),
            Theme::Projector => Self::projector(),
        }
    }

    const fn light() -> Self {
        Self {
            paper: Rgb::hex(0xfc_fc_fa),
            ink: Rgb::hex(0x1b_1f_23),
            quiet: Rgb::hex(0x5d_67_70),
            hair: Rgb::hex(0xe2_e4_df),
            cost: Rgb::hex(0xe4_e2_dc),
            ours: Rgb::hex(0x0b_6e_69),
            rivals: [
                Rgb::hex(0x4c_5f_9e),
                Rgb::hex(0xa8_74_1f),
                Rgb::hex(0x7a_3f_6d),
                Rgb::hex(0x7b_88_52),
            ],
            gain: Rgb::hex(0x25_63_a8),
            loss: Rgb::hex(0xc2_57_1a),
        }
    }

    const fn dark() -> Self {
        Self {
            paper: Rgb::hex(0x15_18_1a),
            ink: Rgb::hex(0xe9_eb_e8),
            quiet: Rgb::hex(0x9a_a4_aa),
            hair: Rgb::hex(0x2b_31_34),
            cost: Rgb::hex(0x47_4e_52),
            ours: Rgb::hex(0x5f_c3_b6),
            rivals: [
                Rgb::hex(0x8f_a0_dc),
                Rgb::hex(0xd8_b3_4a),
                Rgb::hex(0xc0_82_b0),
                Rgb::hex(0xb3_c0_86),
            ],
            gain: Rgb::hex(0x6a_a6_e6),
            loss: Rgb::hex(0xe6_87_50),
        }
    }

    const fn projector() -> Self {
        Self {
            paper: Rgb::WHITE,
            ink: Rgb::BLACK,
            quiet: Rgb::hex(0x3d_44_4a),
            hair: Rgb::hex(0xca_cd_c8),
            cost: Rgb::hex(0xd3_d0_c7),
            ours: Rgb::hex(0x00_57_52),
            rivals: [
                Rgb::hex(0x2d_3f_90),
                Rgb::hex(0x96_5a_00),
                Rgb::hex(0x64_1c_54),
                Rgb::hex(0x62_70_22),
            ],
            gain: Rgb::hex(0x0a_4a_98),
            loss: Rgb::hex(0xb0_40_00),
        }
    }

    /// What everything is drawn on.
    pub const fn paper(&self) -> Rgb {
        self.paper
    }

    /// The colour of a mark.
    pub fn colour(&self, ink: Ink) -> Rgb {
        let keep = TINTS.get(usize::from(ink.tint)).unwrap_or(&TINTS[TINTS.len() - 1]);
        self.full(ink.hue).over(self.paper, *keep)
    }

    /// The colour of words of that hue on the paper.
    pub fn words(&self, ink: Ink) -> Rgb {
        let full = self.full(ink.hue);
        (0..=20)
            .map(|step| self.ink.over(full, f64::from(step) / 20.0))
            .find(|colour| colour.contrast(self.paper) >= READABLE)
            .unwrap_or(self.ink)
    }

    /// The colour of words on a bar of that ink.
    pub fn on(&self, ink: Ink) -> Rgb {
        self.readable_on(self.colour(ink))
    }

    /// The ground of a hatched bar.
    pub fn pale(&self, ink: Ink) -> Rgb {
        self.colour(ink).over(self.paper, 0.5)
    }

    /// The lines of a hatched bar.
    pub fn hatch(&self, ink: Ink) -> Rgb {
        self.colour(ink).over(self.ink, 0.86)
    }

    /// The colour of words on the ground of a hatched bar.
    pub fn on_pale(&self, ink: Ink) -> Rgb {
        self.readable_on(self.pale(ink))
    }

    /// How strongly an area covers what lies under it.
    pub fn wash(&self) -> f64 {
        if self.paper.luminance() < 0.5 { 0.26 } else { 0.16 }
    }

    /// White, the dark of the page, or black: the first that can be read on `ground`.
    fn readable_on(&self, ground: Rgb) -> Rgb {
        let dark = if self.ink.luminance() < 0.5 { self.ink } else { self.paper };
        [Rgb::WHITE, dark]
            .into_iter()
            .find(|colour| colour.contrast(ground) >= READABLE)
            .unwrap_or(Rgb::BLACK)
    }

    fn full(&self, hue: Hue) -> Rgb {
        match hue {
            Hue::Ink => self.ink,
            Hue::Quiet => self.quiet,
            Hue::Hair => self.hair,
            Hue::Cost => self.cost,
            Hue::Ours => self.ours,
            Hue::Rival(n) => self.rivals[usize::from(n) % self.rivals.len()],
            Hue::Gain => self.gain,
            Hue::Loss => self.loss,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THEMES: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Projector];
    const DATA: [Hue; 8] = [
        Hue::Ours,
        Hue::Rival(0),
        Hue::Rival(1),
        Hue::Rival(2),
        Hue::Rival(3),
        Hue::Gain,
        Hue::Loss,
        Hue::Ink,
    ];
    const ALL: [Hue; 3] = [Hue::Quiet, Hue::Hair, Hue::Cost];

    #[test]
    fn words_can_be_read_everywhere() {
        for theme in THEMES {
            let palette = Palette::of(theme);
            for hue in DATA.into_iter().chain(ALL) {
                for tint in 0..7 {
                    let ink = hue.faded(tint);
                    let pairs = [
                        (palette.words(ink), palette.paper()),
                        (palette.on(ink), palette.colour(ink)),
                        (palette.on_pale(ink), palette.pale(ink)),
                    ];
                    for (front, ground) in pairs {
                        let contrast = front.contrast(ground);
                        assert!(contrast >= 4.5, "{theme:?} {ink:?} {contrast}");
                    }
                }
            }
        }
    }

    #[test]
    fn data_stands_out_from_the_paper() {
        for theme in THEMES {
            let palette = Palette::of(theme);
            for hue in DATA {
                let contrast = palette.colour(hue.full()).contrast(palette.paper());
                assert!(contrast >= 3.0, "{theme:?} {hue:?} {contrast}");
            }
        }
    }

    #[test]
    fn tints_fade_one_after_the_other() {
        for theme in THEMES {
            let palette = Palette::of(theme);
            for hue in DATA {
                let contrasts: Vec<f64> = (0..5)
                    .map(|tint| palette.colour(hue.faded(tint)).contrast(palette.paper()))
                    .collect();
                assert!(contrasts.windows(2).all(|w| w[0] > w[1] * 1.1), "{theme:?} {hue:?}");
            }
        }
    }

    #[test]
    fn no_two_hues_look_alike() {
        for theme in THEMES {
            let palette = Palette::of(theme);
            for (i, a) in DATA.iter().enumerate() {
                for b in &DATA[i + 1..] {
                    let (a, b) = (palette.colour(a.full()), palette.colour(b.full()));
                    let apart = [(a.0, b.0), (a.1, b.1), (a.2, b.2)];
                    let apart: u32 = apart.iter().map(|(a, b)| u32::from(a.abs_diff(*b))).sum();
                    assert!(apart >= 50, "{theme:?} {} {}", a.css(), b.css());
                }
            }
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((Rgb::WHITE.contrast(Rgb::BLACK) - 21.0).abs() < 1e-9);
        assert!((Rgb(0x77, 0x77, 0x77).contrast(Rgb::WHITE) - 4.478).abs() < 1e-3);
        assert_eq!(Rgb(11, 110, 105).css(), "#0b6e69");
    }
}

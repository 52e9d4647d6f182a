//! The page and its figures speak of the same things in the same colours: what style/tokens.css
//! says is what the charts' palette has for words.
#![allow(clippy::expect_used, reason = "a test")]

use customer_value::chart::Hue;
use customer_value::chart::palette::{Palette, Theme};

const TOKENS: &str = include_str!("../style/tokens.css");

/// The value of a custom property in the block of a theme.
fn token(theme: &str, name: &str) -> String {
    let block = TOKENS.split_once(&format!("[data-theme=\"{theme}\"] {{")).expect("the theme").1;
    let block = block.split_once('}').expect("its end").0;
    let value = block.split_once(&format!("--{name}: ")).unwrap_or_else(|| panic!("{name}")).1;
    value.split_once(';').expect("its end").0.to_owned()
}

#[test]
fn page_and_charts_share_their_colours() {
    let hues = [
        ("ink", Hue::Ink),
        ("quiet", Hue::Quiet),
        ("ours", Hue::Ours),
        ("rival-0", Hue::Rival(0)),
        ("rival-1", Hue::Rival(1)),
        ("rival-2", Hue::Rival(2)),
        ("rival-3", Hue::Rival(3)),
        ("gain", Hue::Gain),
        ("loss", Hue::Loss),
    ];
    let themes = [("light", Theme::Light), ("dark", Theme::Dark), ("projector", Theme::Projector)];
    let mut wrong = Vec::new();
    for (theme_name, theme) in themes {
        let palette = Palette::of(theme);
        let mut expect = vec![("paper", palette.paper().css())];
        expect.extend(hues.map(|(name, hue)| (name, palette.words(hue.full()).css())));
        for (name, colour) in expect {
            let found = token(theme_name, name);
            if found != colour {
                wrong.push(format!("{theme_name} --{name}: {colour}, not {found}"));
            }
        }
    }
    assert!(wrong.is_empty(), "tokens.css should say\n{}", wrong.join("\n"));
}

//! The normal distribution, mean 0 and standard deviation 1.

use std::f64::consts::{PI, SQRT_2};

/// Density at `z`.
pub fn density(z: f64) -> f64 {
    libm::exp(-z * z / 2.0) / libm::sqrt(2.0 * PI)
}

/// Chance of a value up to `z`.
pub fn cdf(z: f64) -> f64 {
    libm::erfc(-z / SQRT_2) / 2.0
}

/// The value that lies above the share `p` of all, 0 < p < 1: the inverse of [`cdf`], to some
/// sixteen digits. Where `p` is 0 or 1 it is infinite.
///
/// Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution" (1988), `PPND16`:
/// three ratios of polynomials, for the middle, the shoulders and the far tails.
pub fn quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        return q * ratio(&MIDDLE, 0.180_625 - q * q);
    }
    let tail = if q < 0.0 { p } else { 1.0 - p };
    if tail <= 0.0 {
        return f64::INFINITY.copysign(q);
    }
    let r = libm::sqrt(-libm::log(tail));
    let size = if r <= 5.0 { ratio(&SHOULDER, r - 1.6) } else { ratio(&TAIL, r - 5.0) };
    size.copysign(q)
}

/// Coefficients of the numerator and of the denominator, from the constant up.
type Ratio = [[f64; 8]; 2];

fn ratio([above, below]: &Ratio, x: f64) -> f64 {
    let at = |coefficients: &[f64; 8]| coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c);
    at(above) / at(below)
}

const MIDDLE: Ratio = [
    [
        3.387_132_872_796_366_5,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ],
    [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_854,
    ],
];

const SHOULDER: Ratio = [
    [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
];

const TAIL: Ratio = [
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288e-7,
    ],
    [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked out by mpmath with sixty digits.
    #[test]
    fn quantiles_to_the_last_digits() {
        let known = [
            (1e-300, -37.047_096_299_361_2),
            (1e-100, -21.273_453_560_965_323),
            (1e-11, -6.706_023_155_495_137),
            (1e-5, -4.264_890_793_922_825),
            (0.075, -1.439_531_470_938_456),
            (0.2, -0.841_621_233_572_914_2),
            (0.499, -0.002_506_630_899_571_766),
            (0.6, 0.253_347_103_135_799_7),
            (0.975, 1.959_963_984_540_053_9),
        ];
        for (p, z) in known {
            assert!((quantile(p) / z - 1.0).abs() < 1e-15, "{p}: {} for {z}", quantile(p));
        }
        assert_eq!(quantile(0.5), 0.0);
        assert_eq!((quantile(0.0), quantile(1.0)), (f64::NEG_INFINITY, f64::INFINITY));
    }

    #[test]
    fn quantile_and_cdf_undo_each_other() {
        for k in 1..1000 {
            let p = f64::from(k) / 1000.0;
            assert!((cdf(quantile(p)) / p - 1.0).abs() < 1e-14, "{p}");
        }
    }

    #[test]
    fn density_is_the_slope_of_the_cdf() {
        let h = 1e-5;
        for z in [-3.0, -0.5, 0.0, 1.0, 2.5] {
            let slope = (cdf(z + h) - cdf(z - h)) / (2.0 * h);
            assert!((slope / density(z) - 1.0).abs() < 1e-8, "{z}");
        }
    }
}

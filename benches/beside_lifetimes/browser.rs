//! The models timed in the browser: what `page.html` calls.

#![allow(clippy::expect_used, clippy::panic, reason = "the data are known")]

mod tasks;

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;

/// Sums up the pieces of a file of purchases.
#[wasm_bindgen]
pub fn summary(pieces: Vec<Uint8Array>) -> Vec<f64> {
    tasks::summary(pieces.iter().map(Uint8Array::to_vec))
}

/// A model and its customers.
#[wasm_bindgen]
pub struct Fitting(tasks::Fitting);

#[wasm_bindgen]
impl Fitting {
    /// A model by its name, with room for so many customers.
    #[wasm_bindgen(constructor)]
    pub fn new(model: &str, customers: usize) -> Self {
        Self(tasks::Fitting::new(model, customers))
    }

    /// Takes in customers, a line each.
    pub fn add(&mut self, lines: &str) {
        lines.lines().for_each(|row| self.0.add(row));
    }

    /// Fits the model: the log-likelihood, and then the parameters.
    pub fn fit(&self) -> Vec<f64> {
        self.0.fit()
    }
}

fn main() {}

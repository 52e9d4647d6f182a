//! The profit cube: industry by product by region.
//!
//! *Question.* The business as a whole earns. Which cells earn it, and what do the others cost?
//!
//! *Formula.* The profit of each cell; the net is their sum, and what could be kept is the sum of
//! the positive ones. A slice is one industry, product or region with all its cells.
//!
//! *Source.* Market segmentation by several axes at once: Abell, *Defining the Business* (1980).
//!
//! *Assumes* that a cell can be dropped without changing another. Shared costs do not go away with
//! the cell: count only those that do.
//!
//! *Example.*
//! ```
//! use customer_value::model::simulator::profit_cube::{Axis, ProfitCube};
//!
//! // Two industries, two products, two regions; the region varies fastest.
//! let cells = [5.0, -1.0, 3.0, 0.0, -2.0, 4.0, 1.0, -3.0];
//! let cube = ProfitCube::new([2, 2, 2], &cells)?;
//! assert_eq!((cube.net(), cube.kept()), (7.0, 13.0));
//! assert_eq!(cube.slices(Axis::Industry), [7.0, 0.0]);
//! # Ok::<(), customer_value::model::simulator::profit_cube::CubeError>(())
//! ```
//!
//! *Not for* a cell that is young: what it will earn is not in the cube.

use crate::model::bounds::{first_unsound, is_signed};

/// The axes of the cube.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// Industry of the customer, which varies slowest.
    Industry,
    /// Product.
    Product,
    /// Region, which varies fastest.
    Region,
}

/// Why there is no cube.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CubeError {
    /// The number of cells is not that of the axes multiplied.
    Count,
    /// The profit in this place is not a number.
    Cell(usize),
}

/// Profit by industry, product and region, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfitCube {
    sizes: [usize; 3],
    cells: Vec<f64>,
}

impl ProfitCube {
    /// The number of industries, products and regions, and the profit of each cell, the region
    /// varying fastest and the industry slowest.
    ///
    /// # Errors
    /// [`CubeError`] says what does not fit.
    pub fn new(sizes: [usize; 3], cells: &[f64]) -> Result<Self, CubeError> {
        let count = sizes.iter().try_fold(1_usize, |product, n| product.checked_mul(*n));
        if count != Some(cells.len()) {
            return Err(CubeError::Count);
        }
        match first_unsound(cells, is_signed) {
            Some(place) => Err(CubeError::Cell(place)),
            None => Ok(Self { sizes, cells: cells.to_vec() }),
        }
    }

    /// The sum of all cells.
    pub fn net(&self) -> f64 {
        self.cells.iter().sum()
    }

    /// The sum of the cells that earn.
    pub fn kept(&self) -> f64 {
        self.cells.iter().copied().filter(|profit| *profit > 0.0).sum()
    }

    /// The places of the cells that earn.
    pub fn earning(&self) -> Vec<usize> {
        (0..self.cells.len()).filter(|place| self.cells[*place] > 0.0).collect()
    }

    /// The sum of each slice along `axis`.
    pub fn slices(&self, axis: Axis) -> Vec<f64> {
        let mut sums = vec![0.0; self.sizes[axis as usize]];
        for (place, profit) in self.cells.iter().enumerate() {
            sums[self.position(place)[axis as usize]] += profit;
        }
        sums
    }

    /// Industry, product and region of the cell in `place`.
    fn position(&self, place: usize) -> [usize; 3] {
        let [_, products, regions] = self.sizes;
        [place / (products * regions), place / regions % products, place % regions]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CELLS: [f64; 8] = [5.0, -1.0, 3.0, 0.0, -2.0, 4.0, 1.0, -3.0];

    #[test]
    fn row_c4_four_cells_earn_more_than_all() {
        let cube = ProfitCube::new([2, 2, 2], &CELLS).unwrap();
        assert_eq!((cube.net(), cube.kept()), (7.0, 13.0));
        assert_eq!(cube.earning(), [0, 2, 5, 6]);
    }

    #[test]
    fn slices_add_up_to_the_whole() {
        let cube = ProfitCube::new([2, 2, 2], &CELLS).unwrap();
        assert_eq!(cube.slices(Axis::Industry), [7.0, 0.0]);
        assert_eq!(cube.slices(Axis::Product), [6.0, 1.0]);
        assert_eq!(cube.slices(Axis::Region), [7.0, 0.0]);
        let long = ProfitCube::new([1, 2, 3], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]).unwrap();
        assert_eq!(long.slices(Axis::Product), [6.0, 15.0]);
        assert_eq!(long.slices(Axis::Region), [5.0, 7.0, 9.0]);
    }

    #[test]
    fn says_what_does_not_fit() {
        assert_eq!(ProfitCube::new([2, 2, 2], &[1.0]), Err(CubeError::Count));
        assert_eq!(ProfitCube::new([usize::MAX, 2, 2], &[]), Err(CubeError::Count));
        assert_eq!(ProfitCube::new([1, 1, 2], &[1.0, f64::NAN]), Err(CubeError::Cell(1)));
        let empty = ProfitCube::new([0, 2, 2], &[]).unwrap();
        assert_eq!((empty.net(), empty.slices(Axis::Product)), (0.0, vec![0.0, 0.0]));
    }
}

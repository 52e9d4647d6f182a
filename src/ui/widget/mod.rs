//! The pieces every page is made of.

pub mod answer;
pub mod button;
pub mod changes;
pub mod choice;
pub mod figure;
pub mod fold;
pub mod formula;
pub mod heading;
pub mod live;
pub mod menu;
pub mod name_box;
pub mod notes;
pub mod number_box;
pub mod offers;
pub mod rows;
pub mod select;

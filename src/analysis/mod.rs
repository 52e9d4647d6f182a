//! What the page asks about a customer base, and who answers.
//!
//! A file of a million purchases is read, summed up and fitted in a program of its own, which the
//! page starts beside itself (`worker.rs`). Between the two travel only plain values: a
//! [`Question`] and [`Answer`]s, as JSON. The page knows these and nothing of the models behind
//! them; the other program has an [`Opening`] for a file that is being read and a [`Base`] for the
//! one that is open.

mod answer;
mod base;
mod buying;
mod grouped;
mod holdout;
mod listing;
mod look;
pub mod message;
mod opening;
mod preview;
mod question;
mod shop;
mod standout;

pub use answer::{
    Answer, Counted, Findings, Fitted, Forecast, HeldOut, HoldOut, Line, List, Look, Map, Opened,
    Parameters, Preview, Refusal, Renewals, Spending, Standout, Story, Tenths,
};
pub use base::Base;
pub use opening::Opening;
pub use preview::preview;
pub use question::{
    Asked, Buying, Column, Headings, Kind, Listing, Question, Reading, Retention, Settings,
};
pub use shop::sample;

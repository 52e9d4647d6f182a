//! Small simulators: a few numbers and one idea each, to be played with in a lesson.
//!
//! | question | module |
//! |---|---|
//! | How many of a thousand are left at the end of several steps? | [`chain`] |
//! | Whom does an unhappy customer tell, and what does it cost? | [`word_of_mouth`] |
//! | How does a stock of customers grow or shrink? | [`stock_flow`] |
//! | How many must a shop sell, and when does it no longer? | [`retailer`] |
//! | Through which source do buyers come cheapest? | [`sources`] |
//! | How much patience have we saved up with a customer? | [`emotional_account`] |
//! | At which contact does it hurt most? | [`touchpoints`] |
//! | Does a customer go over to a better offer? | [`switching`] |
//! | How close a relationship can a customer pay for? | [`relationship`] |
//! | Which of three sides comes off worst? | [`balance`] |
//! | How much of the week is spent with customers? | [`time_with_customers`] |
//! | What may it cost to make waiting pleasant? | [`waiting`] |
//! | Which cells of the business earn, and which lose? | [`profit_cube`] |
//!
//! Made-up customers for the purchase models have a page of their own:
//! [`simulation`](crate::model::purchase::simulation).

pub mod balance;
pub mod chain;
pub mod emotional_account;
pub mod profit_cube;
pub mod relationship;
pub mod retailer;
pub mod sources;
pub mod stock_flow;
pub mod switching;
pub mod time_with_customers;
pub mod touchpoints;
pub mod waiting;
pub mod word_of_mouth;

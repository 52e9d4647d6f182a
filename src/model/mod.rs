//! The models of the field: checked parameters in, plain results out.
//!
//! Every model is checked once, where it is made; after that no method fails. Shares are
//! 0..1, time is counted in the period that the model names, money is the case's currency.
//!
//! **Value to the customer.** What an offer brings and takes: [`perceived`], judged by [`weights`]
//! on one level or two, with [`tie`] for what would have to change; [`perception`],
//! [`expectation`], [`positioning`], [`outcomes`], [`price_ladder`]. In money: [`ownership`] and
//! the [`tally`] of several, [`economic_value`], [`investment`], [`willingness`]. Beside rivals: [`value_map`],
//! [`value_curve`], [`leadership`], and [`rules`] for where these judge differently. In the market:
//! [`choice`], [`segments`], [`wallet`], [`contribution`], [`conflict`].
//!
//! **Value of the customer.** From a steady or a changing retention: [`lifetime`], [`migration`],
//! [`average_revenue`], [`value_parts`], with the [`traps`] of the textbooks. Year by year:
//! [`cash_flow`], [`time_value`], [`life_cycle`]. What may be done about it: [`programme`],
//! [`buying_cost`], [`price_cut`], [`chance`], [`referral_value`]; what is claimed of it:
//! [`loyalty`]. From what customers did: [`customers`] reads and sums up their purchases,
//! [`purchase`] and [`retention_curve`] say what comes next, [`mod@fit`] how sure that is.
//!
//! **Both.** [`win_win`] follows a price from the customer's surplus to the firm's profit.
//!
//! **Over any of them.** One input at a time: [`swing`], [`goal_seek`]. All at once: [`scenario`],
//! [`uncertain`] inputs and [`monte_carlo`]. Small worlds to play with: [`simulator`].

pub mod average_revenue;
mod bounds;
pub mod buying_cost;
pub mod cash_flow;
pub mod chance;
pub mod choice;
pub mod conflict;
pub mod contribution;
pub mod customers;
pub mod economic_value;
pub mod expectation;
pub mod fit;
pub mod goal_seek;
pub mod investment;
pub mod leadership;
pub mod life_cycle;
pub mod lifetime;
pub mod loyalty;
pub mod migration;
pub mod monte_carlo;
pub mod outcomes;
pub mod ownership;
pub mod perceived;
pub mod perception;
pub mod positioning;
pub mod price_cut;
pub mod price_ladder;
pub mod programme;
pub mod purchase;
pub mod referral_value;
pub mod retention_curve;
pub mod rules;
pub mod scenario;
pub mod segments;
pub mod simulator;
pub mod swing;
pub mod tally;
pub mod tie;
pub mod time_value;
pub mod traps;
pub mod uncertain;
pub mod value_curve;
pub mod value_map;
pub mod value_parts;
pub mod wallet;
pub mod weights;
pub mod willingness;
pub mod win_win;

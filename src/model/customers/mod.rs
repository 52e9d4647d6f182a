//! The customer base: from a shop's file of purchases to who the customers are.
//!
//! *Question.* Here is what our shop system exports, a row for each purchase. How many customers have
//! we, how often do they come back, who brings the money, and who is about to go?
//!
//! *The way of a file.* Its bytes are judged ([`Encoding`]) and decoded to UTF-8 by whoever has a
//! decoder. A first look at the front ([`Survey`]) finds how cells are separated, where the data begin
//! and which column holds what; the user corrects that, and it becomes a [`Plan`]. Then the text
//! comes in pieces of any size and is read row by row ([`Reader`]): what cannot be taken is listed
//! with its reason ([`Problems`]), everything else is entered in a [`Ledger`]. From the ledger come the
//! [`Summary`] (frequency, recency, age and mean spend, as the purchase models want them), a
//! [`Split`] into calibration and holdout, groups ([`Segments`]) and [`Concentration`].
//!
//! *Memory* grows with the customers and the days on which they bought, not with the rows: 24 bytes
//! for each such day (twice as much while they are sorted), and for each customer the name and some
//! sixty bytes. A file that is no table (an endless row, a million columns) ends in a typed error
//! long before it fills the memory.
//!
//! *Example.*
//!
//! ```
//! use customer_value::model::customers::{Reader, Survey, Terms};
//!
//! let text = "订单号,会员ID,下单时间,实付金额\n1,007,2024/3/1,￥12.00\n2,007,2024/3/9,8\n";
//! let survey = Survey::new(text.as_bytes()).unwrap();
//! let plan = survey.plan(survey.columns().unwrap());
//! let mut reader = Reader::new(plan).unwrap();
//! for piece in text.as_bytes().chunks(5) {
//!     reader.push(piece).unwrap();
//! }
//! let import = reader.finish().unwrap();
//! let summary = import.ledger.summary(&Terms::default()).unwrap();
//! let customer = summary.customers()[0];
//! assert_eq!(import.ledger.name(customer.id), "007");
//! assert_eq!((customer.frequency, customer.recency, customer.mean_spend), (1, 8.0, Some(8.0)));
//! ```
//!
//! *Not for* single lines of an order where one customer's purchases on a day should be told apart:
//! a day is the finest period there is.

pub mod accounts;
pub mod amount;
mod column;
pub mod concentration;
pub mod date;
pub mod encoding;
mod folding;
mod heading;
mod ids;
mod journal;
mod ledger;
pub mod moment;
mod problem;
mod purchases;
mod reader;
pub mod rows;
pub mod segments;
pub mod summary;
pub mod survey;
mod text;
pub mod write;

pub use amount::{Decimal, MOST};
pub use concentration::{Concentration, ConcentrationError, Tenth};
pub use date::{DateOrder, DateReading};
pub use encoding::{Encoding, NotText};
pub use heading::Role;
pub use ledger::Ledger;
pub use moment::{Moment, Period};
pub use problem::{LISTED, Problem, Problems, Reason};
pub use purchases::{Grain, Purchases};
pub use reader::{Columns, Import, OrderFound, Plan, PlanError, Reader};
pub use rows::{LONGEST_ROW, MOST_CELLS, Row, Rows, RowsError, Separator};
pub use segments::{Group, Place, Scores, Segments, Size, fifths};
pub use summary::{Customer, Holdout, Returns, Split, Summary, SummaryError, Terms};
pub use survey::{Guess, SURVEYED, Survey};

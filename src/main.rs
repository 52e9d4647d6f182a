//! The program: the page, and in a worker what works beside it.

mod worker;

fn main() {
    customer_value::ui::mount();
}

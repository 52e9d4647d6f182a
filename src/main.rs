//! Mounts the page.

fn main() {
    customer_value::ui::mount();
}

//! The box for one number: text, slider and steps, all of the same input.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::case::Input;
use crate::case::input::FieldError;
use crate::ui::workspace::Workspace;
use crate::words::{self, Glass, label, shell};

/// A number of the case and everything its box needs to know of it.
#[derive(Clone, Copy)]
struct Number {
    workspace: Workspace,
    input: Input,
    /// The number as it is.
    value: Memo<Option<f64>>,
    /// The number of the sample.
    default: Memo<Option<f64>>,
    /// What is being typed; the reader's until the box is left.
    draft: RwSignal<Option<String>>,
}

impl Number {
    fn new(input: Input) -> Self {
        let workspace = Workspace::here();
        let sample = workspace.sample();
        Self {
            workspace,
            input,
            value: Memo::new(move |_| workspace.case.with(|case| input.get(case))),
            default: Memo::new(move |_| {
                sample.with(|sample| sample.as_ref().and_then(|sample| input.get(sample)))
            }),
            draft: RwSignal::new(None),
        }
    }

    fn glass(self) -> Glass {
        self.workspace.glass()
    }

    /// What stands in the box.
    fn text(self) -> String {
        let field = self.field();
        self.draft.get().unwrap_or_else(|| match self.value.get() {
            Some(value) => self.glass().bare(value, field.unit),
            None => words::lifetime::NEVER_LEAVES.to(self.workspace.language.get()).to_owned(),
        })
    }

    fn field(self) -> crate::case::input::Field {
        self.workspace.case.with(|case| self.input.field(case))
    }

    fn changed(self) -> bool {
        self.default.get().is_some_and(|default| Some(default) != self.value.get())
    }

    fn in_trouble(self) -> bool {
        self.workspace.trouble.with(|boxes| boxes.contains(&self.input))
    }

    /// Takes what was typed: into the case if it can be read, otherwise into trouble.
    fn take(self, text: String) {
        let field = self.workspace.case.with_untracked(|case| self.input.field(case));
        match field.read(&text) {
            Ok(reading) => {
                self.clear();
                self.workspace.set(self.input, reading.value);
            }
            Err(_) if !self.workspace.trouble.with_untracked(|t| t.contains(&self.input)) => {
                self.workspace.trouble.update(|boxes| boxes.push(self.input));
            }
            Err(_) => {}
        }
        self.draft.set(Some(text));
    }

    fn clear(self) {
        if self.workspace.trouble.with_untracked(|boxes| boxes.contains(&self.input)) {
            self.workspace.trouble.update(|boxes| boxes.retain(|input| *input != self.input));
        }
    }

    /// Leaves the box: what could be read is written our way, what could not stays.
    fn leave(self) {
        if !self.workspace.trouble.with_untracked(|boxes| boxes.contains(&self.input)) {
            self.draft.set(None);
        }
        self.workspace.seal();
    }

    /// Gives up what was typed.
    fn give_up(self) {
        self.clear();
        self.draft.set(None);
    }

    /// Moves the number by `count` steps.
    fn step(self, count: f64) {
        let Some(value) = self.value.get_untracked() else { return };
        let field = self.workspace.case.with_untracked(|case| self.input.field(case));
        let step = field.step(self.default.get_untracked().unwrap_or(value));
        let next = ((value / step + count).round() * step).clamp(field.low, field.high);
        self.give_up();
        self.workspace.set(self.input, next);
    }

    /// What is wrong with what was typed, or how it was read where that is not plain to see.
    fn hint(self) -> Option<String> {
        let text = self.draft.get()?;
        let field = self.field();
        let glass = self.glass();
        match field.read(&text) {
            Ok(reading) if reading.plain => None,
            Ok(reading) => Some(shell::echo(glass, reading.value, field.unit)),
            Err(FieldError::Text(trouble)) => Some(trouble.say().to(glass.language).to_owned()),
            Err(FieldError::Below(low)) => Some(shell::below(glass, low, field.unit)),
            Err(FieldError::Above(high)) => Some(shell::above(glass, high, field.unit)),
        }
    }

    /// The ends of the slider: those of the sample's number, unless the number has gone beyond.
    fn ends(self) -> (f64, f64) {
        let value = self.value.get().unwrap_or_default();
        let field = self.field();
        let ends = field.slider(self.default.get().unwrap_or(value));
        if value < ends.0 || value > ends.1 { field.slider(value) } else { ends }
    }
}

/// One number of the case: with its name, slider, steps and unit; or bare, as a cell of a table.
#[component]
pub fn NumberBox(
    /// Which number.
    input: Input,
    /// Only the text box: the table around it names it.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let number = Number::new(input);
    let workspace = number.workspace;
    on_cleanup(move || {
        workspace.trouble.try_update(|boxes| boxes.retain(|other| *other != input));
    });
    let linked = move || workspace.linked.get() == Some(input);
    let point = move |_: ev::PointerEvent| workspace.linked.set(Some(input));
    let unpoint = move |_: ev::PointerEvent| workspace.linked.set(None);
    let name = move || {
        workspace.case.with(|case| input.field(case).label.to(workspace.language.get()))
    };
    view! {
        <div class="number" class:bare=bare class:linked=linked
            class:changed=move || number.changed() class:trouble=move || number.in_trouble()
            on:pointerenter=point on:pointerleave=unpoint>
            <Show when=move || !bare>
                <span class="label" aria-hidden="true">{name}</span>
                <Slider number/>
            </Show>
            <TextBox number bare/>
            <Hint number/>
        </div>
    }
}

/// The slider.
#[component]
fn Slider(number: Number) -> impl IntoView {
    let ends = Memo::new(move |_| number.ends());
    let share = move |value: Option<f64>| {
        let (low, high) = ends.get();
        let share = value.map_or(1.0, |value| ((value - low) / (high - low)).clamp(0.0, 1.0));
        format!("{share:.4}")
    };
    let name = move || {
        let language = number.workspace.language.get();
        let name = number.workspace.case.with(|case| number.input.name(case, language));
        format!("{name}{}{}", label::BETWEEN.to(language), shell::SLIDER.to(language))
    };
    let position = move || {
        let (_, high) = ends.get();
        number.value.get().unwrap_or(high).to_string()
    };
    let moved = move |text: String| {
        if let Ok(value) = text.parse::<f64>() {
            let field = number.workspace.case.with_untracked(|case| number.input.field(case));
            let step = field.step(number.default.get_untracked().unwrap_or(value));
            let snapped = ((value / step).round() * step).clamp(field.low, field.high);
            number.give_up();
            number.workspace.set(number.input, snapped);
        }
    };
    view! {
        <span class="slider" style:--at=move || share(number.value.get())
            style:--default=move || share(number.default.get().or_else(|| number.value.get()))>
            <input type="range" step="any" aria-label=name
                min=move || ends.get().0.to_string() max=move || ends.get().1.to_string()
                aria-valuetext=move || number.value.get().map(|v| number.glass().value(v, number.field().unit))
                prop:value=position
                on:input:target=move |event| moved(event.target().value())
                on:keydown=move |event| slider_key(number, &event)
                on:change=move |_| number.workspace.seal()/>
        </span>
    }
}

/// Arrow keys on a slider go by the field's own steps.
fn slider_key(number: Number, event: &ev::KeyboardEvent) {
    let count = match event.key().as_str() {
        "ArrowUp" | "ArrowRight" => 1.0,
        "ArrowDown" | "ArrowLeft" => -1.0,
        "PageUp" => 10.0,
        "PageDown" => -10.0,
        _ => return,
    };
    event.prevent_default();
    number.step(count);
}

/// The text box with its unit and, where there is room, its steps.
#[component]
fn TextBox(number: Number, bare: bool) -> impl IntoView {
    let workspace = number.workspace;
    let name = move || {
        let language = workspace.language.get();
        let field = number.field();
        let unit = workspace.glass().unit(field.unit);
        let name = workspace.case.with(|case| number.input.name(case, language));
        match (unit, language) {
            ("", _) => name,
            (_, words::Language::Chinese) => format!("{name}（{unit}）"),
            (_, words::Language::English) => format!("{name} ({unit})"),
        }
    };
    let typed = move |event: ev::Event| {
        let composing = event.dyn_ref::<web_sys::InputEvent>().is_some_and(|e| e.is_composing());
        let text = event_target_value(&event);
        if composing {
            number.draft.set(Some(text));
        } else {
            number.take(text);
        }
    };
    let step = move |count, phrase| {
        view! {
            <button type="button" class="step" tabindex="-1" on:click=move |_| {
                number.step(count);
                workspace.seal();
            } aria-label=move || format!("{}{}{}", workspace.say(phrase), workspace.say(label::BETWEEN), name())>
                {if count < 0.0 { "−" } else { "+" }}
            </button>
        }
    };
    view! {
        <span class="box">
            {(!bare).then(|| step(-1.0, shell::LESS))}
            <input type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
                aria-label=name
                aria-invalid=move || number.in_trouble().to_string()
                prop:value=move || number.text()
                on:input=typed
                on:compositionend=move |event| number.take(event_target_value(&event))
                on:keydown=move |event| box_key(number, &event)
                on:blur=move |_| number.leave()/>
            {(!bare).then(|| view! { <span class="unit" aria-hidden="true">{move || workspace.glass().unit(number.field().unit)}</span> })}
            {(!bare).then(|| step(1.0, shell::MORE))}
        </span>
    }
}

/// Enter writes the number our way, Escape gives up, the arrows step.
fn box_key(number: Number, event: &ev::KeyboardEvent) {
    if event.is_composing() || event.key_code() == 229 {
        return;
    }
    match event.key().as_str() {
        "Enter" => number.leave(),
        "Escape" => number.give_up(),
        "ArrowUp" => number.step(1.0),
        "ArrowDown" => number.step(-1.0),
        _ => return,
    }
    event.prevent_default();
}

/// Under the box: what is wrong, how it was read, or what the sample had.
#[component]
fn Hint(number: Number) -> impl IntoView {
    let workspace = number.workspace;
    let hint = Memo::new(move |_| number.hint());
    let original = Memo::new(move |_| {
        let default = number.default.get().filter(|_| number.changed())?;
        Some(shell::default_is(number.glass(), default, number.field().unit))
    });
    let restore = move |_| {
        if let Some(default) = number.default.get_untracked() {
            number.give_up();
            workspace.set(number.input, default);
            workspace.seal();
        }
    };
    view! {
        <span class="hint" role="status" class:empty=move || hint.with(Option::is_none)>{hint}</span>
        <ShowLet some=move || original.get() let:original>
            <span class="original">
                {original} " "
                <button type="button" class="quiet" on:mousedown=|event| event.prevent_default() on:click=restore>
                    {workspace.tell(shell::RESTORE)}
                </button>
            </span>
        </ShowLet>
    }
}

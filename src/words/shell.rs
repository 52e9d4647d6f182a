//! What the frame around the pages says.

use super::{Glass, Language, Phrase, Unit};

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// What the program is called.
pub const TITLE: Phrase = say("客户价值", "Customer value");
/// Accessible name of the navigation.
pub const PAGES: Phrase = say("页面", "Pages");
/// First group of pages.
pub const TO_CUSTOMER: Phrase = say("对客户的价值", "Value to the customer");
/// Second group of pages.
pub const OF_CUSTOMER: Phrase = say("客户的价值", "Value of the customer");
/// Third group of pages.
pub const BOTH: Phrase = say("两边连起来", "Both together");
/// Page of both sides.
pub const WIN_WIN: Phrase = say("双赢定价", "Win–win price");
/// Fourth group of pages.
pub const CASES: Phrase = say("案例", "Cases");
/// Page of perceived value.
pub const PERCEIVED: Phrase = say("感知价值", "Perceived value");
/// Page of the cost of ownership.
pub const OWNERSHIP: Phrase = say("拥有成本", "Cost of ownership");
/// Page of price and economic value.
pub const WORTH: Phrase = say("经济价值", "Economic value");
/// Page of the value map.
pub const VALUE_MAP: Phrase = say("价值图", "Value map");
/// Page of segments.
pub const SEGMENTS: Phrase = say("细分", "Segments");
/// Page of the value curve.
pub const CURVE: Phrase = say("价值曲线", "Value curve");
/// Page of lifetime value.
pub const LIFETIME: Phrase = say("终身价值", "Lifetime value");
/// Page of the life cycle.
pub const CYCLE: Phrase = say("生命周期", "Life cycle");
/// Page of the loyalty claims.
pub const CLAIMS: Phrase = say("忠诚说法", "Loyalty claims");
/// After another offer has come first.
pub const NOW_OURS: Phrase =
    say("现在排在第一的方案算我们的。", "The offer that now stands first counts as ours.");
/// What the page is for.
pub const PURPOSE: Phrase = say(
    "算清楚：方案对客户值多少，客户对我们值多少。改一个数，结论马上跟着变。",
    "What an offer is worth to a customer, and what a customer is worth to us. Change a number, and the answer follows.",
);
/// Page of the customer base.
pub const BASE: Phrase = say("客户群", "Customer base");
/// Page of cases.
pub const LIBRARY: Phrase = say("案例库", "Case library");
/// Link that jumps over the navigation.
pub const SKIP: Phrase = say("跳到正文", "Skip to the content");

/// Undo.
pub const UNDO: Phrase = say("撤销", "Undo");
/// Redo.
pub const REDO: Phrase = say("重做", "Redo");
/// Opens a case file.
pub const OPEN: Phrase = say("打开", "Open");
/// Saves a case file.
pub const SAVE: Phrase = say("保存", "Save");
/// Back to the sample.
pub const RESET: Phrase = say("恢复案例原样", "Back to how the case began");
/// A case with nothing in it yet.
pub const NEW: Phrase = say("新建空白案例", "New blank case");
/// The menu of themes.
pub const THEME: Phrase = say("外观", "Appearance");
/// The four themes: system, light, dark, projector.
pub const THEMES: [Phrase; 4] = [
    say("跟随系统", "System"),
    say("浅色", "Light"),
    say("深色", "Dark"),
    say("投影", "Projector"),
];
/// The switch of languages.
pub const LANGUAGE: Phrase = say("语言", "Language");
/// The menu of file actions.
pub const FILE: Phrase = say("案例文件", "Case file");
/// Currency of the case.
pub const CURRENCY: Phrase = say("货币", "Currency");
/// Name of the case.
pub const CASE_NAME: Phrase = say("案例名称", "Name of the case");
/// A case without a name.
pub const UNTITLED: Phrase = say("未命名的案例", "Untitled case");

/// State of saving: saved.
pub const SAVED: Phrase = say("已保存", "Saved");
/// State of saving: about to be saved.
pub const SAVING: Phrase = say("正在保存", "Saving");
/// State of saving: not possible.
pub const CANNOT_SAVE: Phrase = say(
    "这个浏览器不让保存，请用“保存”存成文件",
    "This browser does not let us save; use Save to keep a file",
);
/// Another tab has changed the case.
pub const OTHER_TAB: Phrase = say(
    "这个案例在另一个标签页里改过了。这里先不自动保存。",
    "This case was changed in another tab. It is not being saved from here.",
);
/// Takes the other tab's version.
pub const TAKE_THEIRS: Phrase = say("用那边的", "Take that version");
/// Keeps this tab's version.
pub const KEEP_MINE: Phrase = say("用这边的", "Keep this one");
/// The saved case could not be read at the start.
pub const UNREADABLE: Phrase = say(
    "上次保存的案例读不出来，已另存一份，现在打开的是示例。",
    "The case saved last could not be read; a copy was kept aside and the sample is open.",
);
/// Closes a message.
pub const CLOSE: Phrase = say("知道了", "Dismiss");
/// Said after a case was put in place of another.
pub const REPLACED: Phrase = say("换成了另一个案例。", "Another case is open now.");
/// Said after going back to the sample.
pub const WAS_RESET: Phrase = say("案例恢复了原样。", "The case is as it began.");
/// Under a file that is dragged over the page.
pub const DROP: Phrase = say("松手就打开这个案例文件", "Let go to open this case file");
/// What a file may not be: too large, damaged, not a case, too new, too much.
pub const FILE_ERRORS: [Phrase; 5] = [
    say(
        "这个文件太大，不会是案例文件。当前案例没有动。",
        "This file is too large to be a case file. The open case is untouched.",
    ),
    say(
        "这个文件坏了，或者不是案例文件，读不出来。当前案例没有动。",
        "This file is damaged or not a case file and cannot be read. The open case is untouched.",
    ),
    say(
        "这不是客户价值的案例文件。当前案例没有动。",
        "This is not a case file of Customer value. The open case is untouched.",
    ),
    say(
        "这个文件是更新版本的程序存的，请先更新本页。当前案例没有动。",
        "This file was saved by a newer version of this page; please update first. The open case is untouched.",
    ),
    say(
        "这个文件里的行数太多，装不下。当前案例没有动。",
        "This file has more rows than the page can hold. The open case is untouched.",
    ),
];

/// Tab: the figure.
pub const FIGURE: Phrase = say("图", "Figure");
/// Tab: the table behind it.
pub const TABLE: Phrase = say("表", "Table");
/// Saves a figure.
pub const EXPORT: Phrase = say("保存图表", "Save figure");
/// Explains how a chart is read with the keyboard.
pub const WALK: Phrase = say("用方向键逐点查看", "use the arrow keys to read point by point");
/// Heading of the inputs.
pub const INPUTS: Phrase = say("输入", "Inputs");
/// Heading of the working.
pub const WORKING: Phrase = say("计算过程", "Working");
/// Heading of the notes.
pub const NOTES: Phrase = say("说明", "Notes");
/// The result shown belongs to earlier numbers.
pub const STALE: Phrase = say(
    "有一个框里的数用不上，这里是最后一次有效的结果。",
    "The text of one box cannot be used; this is the last result that could be worked out.",
);

/// Said of a number of the blank case that nobody has changed.
pub const HOLDS_A_PLACE: Phrase = say("还是占位的数", "Still holds a place");
/// How such numbers are marked.
pub const PLACES_HELD: Phrase = say(
    "虚线框里还是占位的数，不是客户的；改过的框是实线。",
    "A number in a dashed box still holds a place and is not the client's; a changed one has a solid box.",
);

/// Row actions: add, remove, up, down.
pub const ADD: Phrase = say("加一行", "Add a row");
/// Adds an offer.
pub const ADD_OFFER: Phrase = say("加一个方案", "Add an offer");
/// Adds a criterion.
pub const ADD_CRITERION: Phrase = say("加一项标准", "Add a criterion");
/// Adds a rung.
pub const ADD_RUNG: Phrase = say("加一级", "Add a rung");
/// Adds a yearly amount.
pub const ADD_AMOUNT: Phrase = say("加一年", "Add a year");
/// Removes a row.
pub const REMOVE: Phrase = say("删除", "Remove");
/// Moves a row up.
pub const UP: Phrase = say("上移", "Move up");
/// Moves a row down.
pub const DOWN: Phrase = say("下移", "Move down");
/// What can be done with a row.
pub const ROW_ACTIONS: Phrase = say("行操作", "row actions");
/// Name of a row.
pub const NAME: Phrase = say("名称", "Name");
/// Makes a number smaller.
pub const LESS: Phrase = say("减小", "Decrease");
/// Makes a number larger.
pub const MORE: Phrase = say("增大", "Increase");
/// The slider of a number.
pub const SLIDER: Phrase = say("滑块", "slider");
/// Back to the sample's number.
pub const RESTORE: Phrase = say("恢复", "Restore");
/// Opens a case of the library.
pub const OPEN_CASE: Phrase = say("打开这个案例", "Open this case");
/// Says that a case is the one that is open.
pub const OPEN_NOW: Phrase = say("正在用", "open now");
/// Question of the library.
pub const LIBRARY_QUESTION: Phrase = say("从哪个案例开始？", "Which case to begin with?");
/// Answer of the library.
pub const LIBRARY_ANSWER: Phrase = say(
    "题目里的数字有出处，其余是示意；打开就能改，改乱了可以撤销。",
    "The figures each case is about have a source, the rest illustrate it. Open one and change it; undo brings it back.",
);
/// Says that the reader has changed the sample.
pub const CHANGED: Phrase = say("改过", "changed");

/// The value of the sample, for a number that was changed.
pub fn default_is(glass: Glass, value: f64, unit: Unit) -> String {
    let value = glass.value(value, unit);
    match glass.language {
        Language::Chinese => format!("原来是 {value}"),
        Language::English => format!("was {value}"),
    }
}

/// What was read, where it does not look like what was typed.
pub fn echo(glass: Glass, value: f64, unit: Unit) -> String {
    format!("= {}", glass.value(value, unit))
}

/// A number below what is allowed.
pub fn below(glass: Glass, low: f64, unit: Unit) -> String {
    let low = glass.value(low, unit);
    match glass.language {
        Language::Chinese => format!("不能小于 {low}。"),
        Language::English => format!("Cannot be less than {low}."),
    }
}

/// A number above what is allowed.
pub fn above(glass: Glass, high: f64, unit: Unit) -> String {
    let high = glass.value(high, unit);
    match glass.language {
        Language::Chinese => format!("不能大于 {high}。"),
        Language::English => format!("Cannot be more than {high}."),
    }
}

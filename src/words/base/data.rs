//! What is said of files: how they are read, and what came of them.

use super::{Glass, Language, Phrase, Unit, say};

/// Heading over the data.
pub const DATA: Phrase = say("数据", "The data");
/// Beside it: what happens to a file.
pub const STAYS: Phrase =
    say("文件只在本机读，不存，不上传", "a file is read here: not kept, not sent");
/// Back to the made-up customers.
pub const SAMPLE: Phrase = say("用模拟客户", "Made-up customers");
/// Chooses a file.
pub const CHOOSE: Phrase = say("打开 CSV", "Open a CSV");
/// Opens a place to paste into.
pub const PASTE: Phrase = say("粘贴表格", "Paste a table");
/// The place to paste into.
pub const PASTE_HERE: Phrase =
    say("从表格软件复制，贴在这里", "Copy in a spreadsheet and paste here");
/// Reads what was pasted.
pub const TAKE_PASTE: Phrase = say("读取粘贴的内容", "Read what was pasted");
/// How to bring a file.
pub const DROP: Phrase = say(
    "也可以把文件拖到页面上。一行一笔：客户、日期、金额（可缺）。",
    "Or drop a file on the page. A row for each purchase: customer, date, amount (may be missing).",
);
/// Heading over the preview.
pub const PREVIEW: Phrase = say("这样读，对吗？", "Is it to be read like this?");
/// Reads the file as shown.
pub const READ: Phrase = say("就这样读", "Read it like this");
/// Gives up.
pub const CANCEL: Phrase = say("取消", "Cancel");
/// How a column is used.
pub const NOT_USED: Phrase = say("不用", "not used");
/// The three roles of columns.
pub const ROLES: [Phrase; 3] =
    [say("客户在", "Customer in"), say("日期在", "Date in"), say("金额在", "Amount in")];
/// The separator.
pub const SEPARATOR: Phrase = say("分隔符", "Cells end with");
/// The separators in the order of the model.
pub const SEPARATORS: [Phrase; 6] = [
    say("逗号 ,", "comma ,"),
    say("分号 ;", "semicolon ;"),
    say("制表符", "tab"),
    say("竖线 |", "bar |"),
    say("中文逗号 ，", "wide comma ，"),
    say("空格", "blanks"),
];
/// The encoding.
pub const ENCODING: Phrase = say("编码", "Encoding");
/// The encodings.
pub const ENCODINGS: [&str; 5] =
    ["UTF-8", "GB18030 / GBK", "UTF-16 LE", "UTF-16 BE", "Windows-1252"];
/// How decimals are written.
pub const DECIMAL: Phrase = say("小数写法", "Decimals");
/// The two ways.
pub const DECIMALS: [Phrase; 2] = [say("1,234.50", "1,234.50"), say("1.234,50", "1.234,50")];
/// How days and months stand.
pub const ORDER: Phrase = say("日期写法", "Dates");
/// The three ways.
pub const ORDERS: [Phrase; 3] = [
    say("按列里的日期判断", "as the column shows"),
    say("日在前 31/01", "day first 31/01"),
    say("月在前 01/31", "month first 01/31"),
];
/// What becomes of returns.
pub const RETURNS: Phrase = say("零和负的金额", "Amounts of 0 or less");
/// The three ways.
pub const RETURNS_WAYS: [Phrase; 3] = [
    say("算一次购买", "count as purchases"),
    say("抵减当天的购买", "lessen that day's purchase"),
    say("不算", "are left out"),
];
/// Column number so and so, without a heading.
pub fn column(k: usize, language: Language) -> String {
    match language {
        Language::Chinese => format!("第 {k} 列"),
        Language::English => format!("column {k}"),
    }
}

/// How far a file has been read.
pub fn progress(share: f64, rows: u64, glass: Glass) -> String {
    let (share, rows) = (
        glass.value(libm::floor(share * 100.0) / 100.0, Unit::Share),
        glass.number(rows as f64, 0),
    );
    match glass.language {
        Language::Chinese => format!("读了 {share}，{rows} 行"),
        Language::English => format!("{share} read, {rows} rows"),
    }
}

/// The models are being fitted.
pub const FITTING: Phrase = say("读完了，正在拟合模型……", "Read; fitting the models …");

/// The title of the made-up customers.
pub const SAMPLE_NAME: Phrase = say("模拟的客户", "Made-up customers");

/// Keeps a date on one line.
const JOIN: char = '\u{2060}';

/// What the open base is, in a sentence.
pub fn opened(glass: Glass, name: &str, base: &crate::analysis::Opened) -> String {
    let count = |x: u64| glass.number(x as f64, 0);
    let [first, last] =
        base.days.map(|(year, month, day)| format!("{year}-{JOIN}{month:02}-{JOIN}{day:02}"));
    let (customers, repeaters) = (count(base.customers), count(base.repeaters));
    match glass.language {
        Language::Chinese => format!(
            "{name}：{customers} 位客户，{} 笔，{first} 到 {last}；{repeaters} 位来过不止一次。",
            count(base.taken)
        ),
        Language::English => format!(
            "{name}: {customers} customers, {} purchases, {first} to {last}; {repeaters} came back.",
            count(base.taken)
        ),
    }
}

/// How much memory the program beside the page has.
pub fn memory(glass: Glass, bytes: f64) -> String {
    let megabytes = glass.number(bytes / 1e6, 0);
    match glass.language {
        Language::Chinese => format!("计算占用内存 {megabytes} MB。"),
        Language::English => format!("The calculation holds {megabytes} MB of memory."),
    }
}

/// Rows were left out.
pub fn left_out(glass: Glass, count: u64) -> String {
    let count = glass.number(count as f64, 0);
    match glass.language {
        Language::Chinese => format!("有 {count} 行没有用上："),
        Language::English => format!("{count} rows were left out:"),
    }
}

/// The dates may be read either way.
pub const OPEN_ORDER: Phrase = say(
    "日期里的日和月分不清，按月在前读了。如果不对，重新打开文件，选“日在前”。",
    "Days and months cannot be told apart, and were read with the month first. If that is wrong, open the file again and choose the day first.",
);

/// Headings of the list of rows that were left out.
pub const PROBLEM_COLUMNS: [Phrase; 3] =
    [say("行", "Row"), say("原因", "Why"), say("单元格", "Cell")];

//! Files as shops, spreadsheets and people make them: what a first look finds, what is read, and what
//! becomes of those that are damaged.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use std::path::Path;

use customer_value::model::customers::{
    Columns, DateOrder, DateReading, Decimal, Encoding, Import, LISTED, NotText, OrderFound, Plan,
    Reader, Reason, Role, RowsError, SURVEYED, Separator, Summary, Survey, Terms,
};
use customer_value::model::purchase::{BgNbd, Cohort, Parameters};

fn survey(text: &str) -> Survey {
    Survey::new(text.as_bytes()).unwrap()
}

/// The file as it is read by what a first look says.
fn import(text: &str) -> Import {
    let survey = survey(text);
    read(survey.plan(survey.columns().unwrap()), text.as_bytes()).unwrap()
}

fn read(plan: Plan, bytes: &[u8]) -> Result<Import, RowsError> {
    let mut reader = Reader::new(plan).unwrap();
    for piece in bytes.chunks(1000) {
        reader.push(piece)?;
    }
    reader.finish()
}

/// Customer, date and amount in three columns separated by commas, below a heading.
fn plan() -> Plan {
    let text = "customer_id,date,amount\n7,2024-01-31,1.5\n";
    survey(text).plan(Columns { customer: 0, date: 1, amount: Some(2) })
}

/// Each customer: name, purchases, spend.
fn customers(import: &Import) -> Vec<(String, u32, f64)> {
    let summary = import.ledger.summary(&Terms::default()).unwrap();
    let customer = |c: &customer_value::model::customers::Customer| {
        (import.ledger.name(c.id).to_owned(), c.purchases, c.spend)
    };
    summary.customers().iter().map(customer).collect()
}

fn named(name: &str, purchases: u32, spend: f64) -> (String, u32, f64) {
    (name.to_owned(), purchases, spend)
}

/// The problems: row and reason.
fn problems(import: &Import) -> Vec<(u64, Reason)> {
    import.problems.listed().iter().map(|problem| (problem.row, problem.reason)).collect()
}

#[test]
fn the_same_purchases_in_every_dialect() {
    let files = [
        (
            "comma",
            "customer_id,date,amount\nA1,2024-01-31,1234.50\nB2,2024-02-01,8\nA1,2024-02-13,1\n",
        ),
        ("no heading", "A1,2024-01-31,1234.50\nB2,2024-02-01,8.00\nA1,2024-02-13,1.00\n"),
        (
            "CRLF",
            "customer_id,date,amount\r\nA1,2024-01-31,1234.50\r\nB2,2024-02-01,8\r\nA1,2024-02-13,1\r\n",
        ),
        ("CR", "customer_id,date,amount\rA1,2024-01-31,1234.50\rB2,2024-02-01,8\rA1,2024-02-13,1"),
        (
            "semicolon",
            "Kunde;Datum;Betrag\nA1;31.01.2024;1.234,50\nB2;01.02.2024;8,00\nA1;13.02.2024;1,00\n",
        ),
        (
            "tab",
            "客户编号\t日期\t金额\nA1\t2024年1月31日\t￥1,234.50\nB2\t2024年2月1日\t8元\nA1\t2024年2月13日\t1\n",
        ),
        ("bar", "date|amount|customer\n20240131|1234.5|A1\n20240201|8|B2\n20240213|1.0|A1\n"),
        (
            "full-width",
            "顾客，日期，金额\nA1，2024/1/31，１２３４．５\nB2，2024/2/1，８\nA1，2024/2/13，１\n",
        ),
        (
            "blanks",
            "  A1  20240131   1234.50\n  B2  20240201      8.00\n  A1  20240213      1.00\n",
        ),
        (
            "sep",
            "sep=;\r\nid;date;total\r\nA1;01/31/2024;1234.50\r\nB2;02/01/2024;8.25\r\nB2;02/01/2024;-0.25\r\nA1;02/13/2024;1.0\r\n",
        ),
        (
            "mark and quotes",
            "\u{feff}\"会员ID\",\"下单时间\",\"实付金额\"\n\"A1\",\"2024-01-31 10:00:00\",\"1,234.50\"\n\"B2\",\"2024-02-01 00:00\",\"8\"\n\"A1\",\"2024-02-13\",\"1\"\n",
        ),
        (
            "shop",
            "订单明细（2024年）\n导出时间：2024-03-01\n\n订单号,商品数量,买家会员名,订单付款时间,订单金额,买家实际支付金额\n\"=\"\"900001\"\"\",2,A1,2024-01-31 10:00:00,1300,1234.50\n'900002,1,B2,2024-02-01 11:00:00,9,8.00\n900003\t,1,A1\t,2024-02-13 12:00:00,1,1.00\n",
        ),
        ("serials", "手机号,交易日期,消费金额\nA1,45322,1234.5\nB2,45323.5,8\nA1,45335,1\n"),
        (
            "extra columns",
            "id,note,date,x,amount\nA1,\"hi, \"\"you\"\"\nthere\",2024-01-31,,1234.5\nB2,,2024-02-01,,8\nA1,,2024-02-13,,1,,\n",
        ),
    ];
    for (name, text) in files {
        let found = import(text);
        assert_eq!(problems(&found), [], "{name}");
        assert_eq!(customers(&found), [named("A1", 2, 1235.5), named("B2", 1, 8.0)], "{name}");
        let days = found.ledger.span().map(|(first, last)| last.day() - first.day());
        assert_eq!(days, Some(13), "{name}");
    }
}

#[test]
fn a_first_look_says_how_sure_it_is() {
    let clear = survey(
        "客户编号,下单时间,实付金额,备注\n1,2024-01-31,5.5,好\n2,2024-02-01,6,\n1,2024-02-03,7,\n",
    );
    for (role, column) in [(Role::Customer, 0), (Role::Date, 1), (Role::Amount, 2)] {
        let best = clear.guesses(role, &[])[0];
        assert!(best.column == column && best.confidence > 0.7, "{role:?} {best:?}");
    }
    // Without headings the guess is the same, and less sure.
    let bare = survey("1,2024-01-31,5.5,好\n2,2024-02-01,6,\n1,2024-02-03,7,\n");
    assert_eq!(bare.columns(), clear.columns());
    assert!(bare.guesses(Role::Customer, &[])[0].confidence <= 0.5);
    assert!(bare.guesses(Role::Date, &[])[0].confidence <= 0.5);
    assert_eq!((bare.heading(), bare.first_row()), (None, 1));
    assert_eq!((clear.heading().map(<[String]>::len), clear.first_row()), (Some(4), 2));
    assert_eq!(clear.sample()[0], ["1", "2024-01-31", "5.5", "好"]);
}

#[test]
fn a_heading_in_unknown_words_is_still_a_heading() {
    let found = survey("чей,когда,сколько\nA,2024-01-31,5.5\nB,2024-02-01,6.5\nA,2024-02-02,7.5\n");
    assert_eq!(found.first_row(), 2);
    assert_eq!(found.columns(), Some(Columns { customer: 0, date: 1, amount: Some(2) }));
}

#[test]
fn two_columns_are_who_and_when() {
    let found =
        survey("date,id\n2014-03-08 00:00:00,0\n2014-05-21 00:00:00,1\n2014-05-22 00:00:00,0\n");
    let columns = found.columns().unwrap();
    assert_eq!(columns, Columns { customer: 1, date: 0, amount: None });
    assert_eq!(found.separator(), Separator::Comma);
}

#[test]
fn there_is_no_plan_without_a_date() {
    for text in ["", "\n\n\n", "just a sentence", "a,b,c\n1,2,3\n4,5,6\n", "{\"json\": [1, 2]}"] {
        assert_eq!(survey(text).columns(), None, "{text}");
    }
}

#[test]
fn a_name_of_a_column_among_the_data_is_no_heading() {
    let found = survey("A,2024-01-31,会员\nB,2024-02-01,total\nA,2024-02-02,amount\n");
    assert_eq!((found.first_row(), found.sample().len()), (1, 3));
}

#[test]
fn a_separator_can_be_chosen_against_the_first_look() {
    let text = "a;b,2024-01-31,5\nc;d,2024-02-01,6\n";
    assert_eq!(survey(text).separator(), Separator::Comma);
    let other = Survey::with(text.as_bytes(), Separator::Semicolon).unwrap();
    assert_eq!((other.separator(), other.width()), (Separator::Semicolon, 2));
}

#[test]
fn day_and_month_are_told_by_the_file_or_asked_for() {
    let lines = |dates: &[&str]| {
        let rows: Vec<String> = dates.iter().map(|date| format!("A,{date},5\n")).collect();
        format!("id,date,amount\n{}", rows.concat())
    };
    let days = |import: &Import| {
        let (first, last) = import.ledger.span().unwrap();
        (first.date().month(), first.date().day(), last.date().month(), last.date().day())
    };
    // The last row shows the order of those before it.
    let first = import(&lines(&["02/01/2024", "03/01/2024", "13/01/2024"]));
    assert_eq!(first.order, OrderFound::Known(DateOrder::DayFirst));
    assert_eq!(days(&first), (1, 2, 1, 13));
    let second = import(&lines(&["02/01/2024", "02/03/2024", "02/13/2024"]));
    assert_eq!(second.order, OrderFound::Known(DateOrder::MonthFirst));
    assert_eq!(days(&second), (2, 1, 2, 13));
    // Nothing shows it: the month is taken first, and the reader says that it does not know.
    let text = lines(&["02/01/2024", "03/01/2024"]);
    let open = import(&text);
    assert_eq!((open.order, days(&open)), (OrderFound::Open, (2, 1, 3, 1)));
    let told = Plan { order: Some(DateOrder::DayFirst), ..plan() };
    let told = read(told, text.as_bytes()).unwrap();
    assert_eq!(days(&told), (1, 2, 1, 3));
    // One row against the others is a problem of that row.
    let mixed = import(&lines(&["13/01/2024", "01/14/2024", "02/01/2024", "2024-01-31"]));
    assert_eq!(problems(&mixed), [(3, Reason::ContraryDate)]);
    assert_eq!(days(&mixed), (1, 2, 1, 31));
}

#[test]
fn a_column_shows_its_order_long_after_the_first_look() {
    use std::fmt::Write;
    let mut text = String::from("id,date,amount\n");
    for k in 0..9_000 {
        writeln!(text, "c{},{:02}/0{}/2024,1.00", k % 700, k / 1_000 + 1, k % 9 + 1).unwrap();
    }
    text.push_str("late,25/12/2024,1.00\n");
    assert_eq!(survey(&text).plan(survey(&text).columns().unwrap()).order, None);
    let found = import(&text);
    assert_eq!(found.order, OrderFound::Known(DateOrder::DayFirst));
    assert_eq!((found.problems.total(), found.ledger.rows()), (0, 9_001));
    let (first, last) = found.ledger.span().unwrap();
    assert_eq!((first.date().month(), first.date().day()), (1, 1));
    assert_eq!((last.date().month(), last.date().day()), (12, 25));
}

#[test]
fn every_row_that_cannot_be_taken_says_why() {
    let text = "customer_id,date,amount\n\
        A,2024-01-31,5\n\
        ,2024-01-31,5\n\
        A,,5\n\
        A,31 January,5\n\
        A,2024-02-30,5\n\
        A,2024-01-31,\n\
        A,2024-01-31,five\n\
        A,2024-01-31\n\
        A\n\
        \n\
        ,,\n\
        6.22E+18,2024-01-31,5\n\
        张\u{fffd},2024-01-31,5\n\
        A,2025-01-01,5\n\
        合计,,25\n\
        B,2024-01-31,1.234,56\n";
    let end = DateReading::of(b"2024-12-31");
    let latest = end.and_then(|end| end.in_order(DateOrder::DayFirst));
    let found = read(Plan { latest, ..plan() }, text.as_bytes()).unwrap();
    let expected = [
        (3, Reason::MissingCustomer),
        (4, Reason::MissingDate),
        (5, Reason::UnreadableDate),
        (6, Reason::UnreadableDate),
        (7, Reason::MissingAmount),
        (8, Reason::UnreadableAmount),
        (9, Reason::TooFewCells),
        (10, Reason::TooFewCells),
        (13, Reason::RoundedCustomer),
        (14, Reason::GarbledCustomer),
        (15, Reason::TooLate),
        (16, Reason::MissingDate),
    ];
    assert_eq!(problems(&found), expected);
    assert_eq!((found.blank, found.rows), (1, 17));
    assert_eq!(customers(&found), [named("A", 1, 5.0), named("B", 1, 1.234)]);
    assert_eq!(found.problems.listed()[4].cell, "");
    assert_eq!(found.problems.listed()[5].cell, "five");
}

#[test]
fn bytes_that_are_not_utf8_are_problems_of_their_rows() {
    let mut bytes = b"customer_id,date,amount\n".to_vec();
    bytes.extend_from_slice(
        b"\xd5\xc5\xc8\xfd,2024-01-31,5\nA,2024-01-31,5\nA,\xff,5\nA,2024-01-31,\xff\n",
    );
    let found = read(plan(), &bytes).unwrap();
    let expected =
        [(2, Reason::GarbledCustomer), (4, Reason::UnreadableDate), (5, Reason::UnreadableAmount)];
    assert_eq!(problems(&found), expected);
    assert_eq!(customers(&found), [named("A", 1, 5.0)]);
}

#[test]
fn formulas_are_only_text() {
    let found = import(
        "id,date,amount\n=cmd|' /C calc'!A0,2024-01-31,5\n@x,2024-02-01,=1+1\n+1,2024-02-13,6\n",
    );
    assert_eq!(problems(&found), [(3, Reason::UnreadableAmount)]);
    assert_eq!(customers(&found), [named("=cmd|' /C calc'!A0", 1, 5.0), named("+1", 1, 6.0)]);
}

/// What becomes of a damaged file.
#[derive(Clone, Debug, PartialEq)]
enum End {
    /// It is refused.
    Refused(RowsError),
    /// So many rows are taken, and so many listed.
    Taken(u64, u64),
}

const GOOD: &str = "customer_id,date,amount\n";
const ROW: &str = "A,2024-01-31,5\n";

/// A heading and twenty good rows.
fn good() -> String {
    GOOD.to_owned() + &ROW.repeat(20)
}

/// The same with something behind the heading and so many rows.
fn after(rows: usize, what: &str) -> Vec<u8> {
    let mut text = good();
    text.insert_str(GOOD.len() + rows * ROW.len(), what);
    text.into_bytes()
}

/// The same and something behind it.
fn ending(what: &[u8]) -> Vec<u8> {
    [good().as_bytes(), what].concat()
}

/// The same without its last bytes.
fn short(missing: usize) -> Vec<u8> {
    let mut bytes = good().into_bytes();
    bytes.truncate(bytes.len() - missing);
    bytes
}

/// The same with something else in every row.
fn other(from: &str, to: &str) -> Vec<u8> {
    good().replace(from, to).into_bytes()
}

type Damaged = Vec<(&'static str, Vec<u8>, End)>;

/// Files of odd length, and with odd line ends.
fn lengths() -> Damaged {
    vec![
        ("nothing", vec![], End::Taken(0, 0)),
        ("one byte", b"x".to_vec(), End::Taken(0, 0)),
        ("a mark alone", b"\xEF\xBB\xBF".to_vec(), End::Taken(0, 0)),
        ("a mark cut off", b"\xEF\xBB".to_vec(), End::Taken(0, 0)),
        ("a heading alone", GOOD.trim().into(), End::Taken(0, 0)),
        ("a heading twice", after(0, GOOD), End::Taken(20, 1)),
        ("whole", good().into_bytes(), End::Taken(20, 0)),
        ("cut off in a date", short(8), End::Taken(19, 1)),
        ("cut off in a name", short(14), End::Taken(19, 1)),
        ("cut off behind a comma", short(2), End::Taken(19, 1)),
        ("a million empty lines", "\n".repeat(1_000_000).into_bytes(), End::Taken(0, 0)),
        ("lines of blanks", after(0, &"  \t\r\n".repeat(9_999)), End::Taken(20, 0)),
        ("rows of commas", after(0, &",,\n".repeat(5_000)), End::Taken(20, 0)),
        ("lone returns", after(0, "A,2024-01-31,5\rA,2024-01-31,6\r\r\n"), End::Taken(22, 0)),
        ("line separators", after(0, "A,2024-01-31,5\u{2028}A,2024-01-31,5\n"), End::Taken(20, 1)),
    ]
}

/// Files whose rows or cells have no end.
fn endless() -> Damaged {
    let row_too_long = |row| End::Refused(RowsError::RowTooLong { row });
    let too_many_cells = |row| End::Refused(RowsError::TooManyCells { row });
    let unclosed = format!("\"{}", "b,\n".repeat(500_000));
    let wide = format!("A,2024-01-31,5{}\n", ",1".repeat(1_000));
    let long = format!("{},2024-01-31,5\n", "n".repeat(1_000_000));
    vec![
        ("a line of two megabytes", after(0, &"x".repeat(2 << 20)), row_too_long(2)),
        ("two megabytes of letters", "x".repeat(2 << 20).into_bytes(), row_too_long(1)),
        ("a quote that never closes", after(1, &unclosed), row_too_long(3)),
        ("a quote that closes at the end", after(1, "\"B"), End::Taken(1, 1)),
        ("a quote within a name", after(0, "A\"B,2024-01-31,5\n"), End::Taken(21, 0)),
        ("text behind a quote", after(0, "\"A\"B,2024-01-31,5\n"), End::Taken(21, 0)),
        ("a hundred thousand commas", after(0, &",".repeat(100_000)), too_many_cells(2)),
        ("a thousand cells", after(0, &wide), End::Taken(21, 0)),
        ("a name of a megabyte", after(0, &long), End::Taken(21, 0)),
        ("nested brackets", "[".repeat(100_000).into_bytes(), End::Taken(0, 0)),
    ]
}

/// Files that are not text, or not in UTF-8.
fn bytes() -> Damaged {
    let not_text = |row| End::Refused(RowsError::NotText { row });
    let wide = good().encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        ("a zero byte", after(2, "\0"), not_text(3)),
        ("zero bytes alone", vec![0; 5_000], not_text(0)),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), not_text(2)),
        ("a zip", b"PK\x03\x04\x14\0\x06\0\x08\0".to_vec(), not_text(0)),
        ("UTF-16", wide, not_text(0)),
        ("control bytes", vec![1; 5_000], End::Taken(0, 0)),
        ("no UTF-8 at all", vec![0xFF; 5_000], End::Taken(0, 0)),
        ("half a character", ending(b"\xE5\xBC"), End::Taken(20, 1)),
        ("a surrogate", ending(b"\xED\xA0\x80,2024-01-31,5\n"), End::Taken(20, 1)),
        ("an overlong slash", ending(b"\xC0\xAF,2024-01-31,5\n"), End::Taken(20, 1)),
        ("a mark in the middle", after(0, "\u{feff}A,2024-01-31,5\n"), End::Taken(21, 0)),
        ("a web page", b"<html><table><tr><td>1</td></tr>\n</table>\n".to_vec(), End::Taken(0, 1)),
    ]
}

/// Files whose cells are not what they should be.
fn cells() -> Damaged {
    vec![
        ("another separator", other(",", ";"), End::Taken(0, 20)),
        ("dates of never", other("2024-01-31", "0000-00-00"), End::Taken(0, 20)),
        ("dates far away", other("2024-01-31", "99999999-01-01"), End::Taken(0, 20)),
        ("endless amounts", other(",5", &format!(",{}", "9".repeat(400))), End::Taken(0, 20)),
        ("infinite amounts", other(",5", ",1e999"), End::Taken(0, 20)),
        ("no numbers", other(",5", ",NaN"), End::Taken(0, 20)),
        ("the largest amounts", other(",5", ",999999999999999"), End::Taken(20, 0)),
        ("no names", other("A,", ","), End::Taken(0, 20)),
    ]
}

#[test]
fn damaged_files_end_in_an_error_or_in_listed_rows() {
    let files = [lengths(), endless(), bytes(), cells()].concat();
    assert!(files.len() >= 45);
    for (name, bytes, expected) in files {
        let found = match read(plan(), &bytes) {
            Ok(import) => {
                let listed = import.problems.listed().len() as u64;
                assert_eq!(listed, import.problems.total().min(LISTED as u64), "{name}");
                let summary = import.ledger.summary(&Terms::default());
                assert!(summary.iter().flat_map(Summary::customers).all(|c| c.spend.is_finite()));
                End::Taken(import.ledger.rows(), import.problems.total())
            }
            Err(error) => End::Refused(error),
        };
        assert_eq!(found, expected, "{name}");
        // The first look ends too, whatever it finds.
        let front = &bytes[..bytes.len().min(SURVEYED)];
        let _ = Survey::new(front).map(|survey| survey.columns());
        let _ = Encoding::of(front);
    }
}

#[test]
fn an_endless_line_is_given_up_after_a_megabyte() {
    let mut reader = Reader::new(plan()).unwrap();
    let piece = vec![b'x'; 1 << 16];
    let pushed = (1..99).find(|_| reader.push(&piece).is_err()).unwrap();
    assert_eq!(pushed, 17);
    assert_eq!(reader.push(b"\n"), Err(RowsError::RowTooLong { row: 1 }));
    assert_eq!(reader.finish().err(), Some(RowsError::RowTooLong { row: 1 }));
}

#[test]
fn excels_unicode_text_is_told_from_a_picture() {
    let text = "\u{feff}客户\t日期\t金额\r\n张三\t2024/1/31\t5\r\n";
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(Encoding::of(&wide), Ok(Encoding::Utf16Le));
    assert_eq!(Encoding::of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(NotText::Binary));
    let decoded = encoding_rs::UTF_16LE.decode(&wide).0;
    assert_eq!(customers(&import(&decoded)), [named("张三", 1, 5.0)]);
}

#[test]
fn a_gb18030_export_is_told_and_read() {
    let text = "会员编号,消费日期,消费金额\r\n张三,2024/1/31,￥1，234.50\r\n李四,2024/2/1,8\r\n";
    let bytes = encoding_rs::GB18030.encode(text).0;
    let encoding = Encoding::of(&bytes).unwrap();
    assert_eq!(encoding.label(), "gb18030");
    let decoded = encoding_rs::Encoding::for_label(encoding.label().as_bytes()).unwrap();
    let decoded = decoded.decode(&bytes).0;
    assert_eq!(customers(&import(&decoded)), [named("张三", 1, 1234.5), named("李四", 1, 8.0)]);
    // Decoded as UTF-8 instead, its names are seen to be garbled.
    let wrong = String::from_utf8_lossy(&bytes);
    let plan = Plan { decimal: Decimal::Point, ..plan() };
    let found = read(plan, wrong.as_bytes()).unwrap();
    assert_eq!(problems(&found).first(), Some(&(2, Reason::GarbledCustomer)));
}

/// From the file that the authors of the models published to the parameters that they did: Fader,
/// Hardie & Lee (2005), BG/NBD on the first 39 weeks of a tenth of CDNOW's customers.
#[test]
fn from_a_published_file_to_published_parameters() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/cases/data/CDNOW_sample.txt");
    let text = std::fs::read_to_string(path).unwrap();
    let survey = survey(&text);
    let columns = Columns { customer: 0, date: 2, amount: Some(4) };
    assert_eq!((survey.separator(), survey.columns()), (Separator::Blanks, Some(columns)));
    let found = import(&text);
    assert_eq!(
        (found.ledger.customers(), found.ledger.rows(), problems(&found)),
        (2_357, 6_919, vec![])
    );
    let end = DateReading::of(b"1997-09-30").and_then(|end| end.in_order(DateOrder::DayFirst));
    let terms = Terms { end, unit: 7.0, ..Terms::default() };
    let summary = found.ledger.summary(&terms).unwrap();
    let histories = summary.customers().iter().map(|customer| customer.history().unwrap());
    let fit = BgNbd::fit(&Cohort::new(histories)).unwrap();
    let Parameters { r, alpha, a, b } = *fit.model.parameters();
    for (found, published) in [(r, 0.243), (alpha, 4.414), (a, 0.793), (b, 2.426)] {
        assert!((found - published).abs() < 0.000_6, "{found} {published}");
    }
}

#[test]
fn a_large_file_is_read_in_one_go() {
    use std::fmt::Write;
    let mut text = String::from("customer_id,date,amount\n");
    let mut seed = 7_u64;
    let mut sums = vec![(0_u32, 0.0_f64); 3_000];
    for _ in 0..20_000 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let customer = usize::try_from(seed >> 40).unwrap() % sums.len();
        let (day, cents) = ((seed >> 20) % 28 + 1, (seed >> 10) % 10_000);
        writeln!(
            text,
            "{customer:06},2024-{:02}-{day:02},{}.{:02}",
            day % 12 + 1,
            cents / 100,
            cents % 100
        )
        .unwrap();
        sums[customer].0 += 1;
        sums[customer].1 += cents as f64 / 100.0;
    }
    let found = import(&text);
    assert_eq!((found.rows, found.ledger.rows(), found.problems.total()), (20_001, 20_000, 0));
    let summary = found.ledger.summary(&Terms::default()).unwrap();
    for customer in summary.customers() {
        let (rows, spend) = sums[found.ledger.name(customer.id).parse::<usize>().unwrap()];
        assert!(customer.purchases <= rows && (customer.spend - spend).abs() < 1e-6);
    }
    assert_eq!(summary.customers().len(), sums.iter().filter(|(rows, _)| *rows > 0).count());
}

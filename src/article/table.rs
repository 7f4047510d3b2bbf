//! Tables: html2text lays them out. It gets HTML that is built here from plain cells, so that what makes it loop or
//! panic (nested blocks, tabs, row and column spans) cannot occur; a guard catches what might be left.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::text::{Clean, width};

/// The widest and longest table that is laid out.
const MAX_COLUMNS: usize = 12;
const MAX_ROWS: usize = 500;
/// The least room for a column.
const MIN_CELL: usize = 4;

/// The lines of a table of at most `columns`; `None` when it does not fit well.
pub fn layout(rows: &[Vec<String>], columns: usize, ascii: bool) -> Option<Vec<String>> {
    let n_columns = rows.iter().map(Vec::len).max()?;
    if !(2..=MAX_COLUMNS).contains(&n_columns) || rows.len() > MAX_ROWS {
        return None;
    }
    if columns < n_columns * (MIN_CELL + 1) || longest_words(rows, n_columns) > columns {
        return None;
    }
    let html = html(rows, n_columns);
    let air = 2 * (n_columns - 1);
    // Where there is room, a space stands on both sides of the lines between the columns.
    let has_air = columns >= n_columns * (MIN_CELL + 1) + air
        && longest_words(rows, n_columns) + air <= columns
        && !html.contains('│');
    let inner = if has_air { columns - air } else { columns };
    let drawn = catch_unwind(AssertUnwindSafe(|| {
        html2text::config::plain_no_decorate().string_from_read(html.as_bytes(), inner).ok()
    }))
    .ok()??;
    let drawn = if has_air { with_air(&drawn) } else { drawn };
    let drawn = if ascii {
        drawn.replace(['─', '┬', '┴', '┼'], "-").replace('│', "|")
    } else {
        drawn
    };
    let lines: Vec<String> =
        drawn.lines().map(|line| Clean::text(line.trim_end()).to_string()).collect();
    let lines = if n_text_lines(&lines) == rows.len() { with_one_rule(lines) } else { lines };
    lines.iter().all(|line| width::width(line) <= columns).then_some(lines)
}

/// The same lines with room around what is drawn between the columns.
fn with_air(drawn: &str) -> String {
    let mut out = String::with_capacity(2 * drawn.len());
    for c in drawn.chars() {
        let beside = match c {
            '│' => ' ',
            '┬' | '┴' | '┼' => '─',
            _ => {
                out.push(c);
                continue;
            }
        };
        out.extend([beside, c, beside]);
    }
    out
}

/// Lines that are not just drawn.
fn n_text_lines(lines: &[String]) -> usize {
    lines.iter().filter(|line| !is_rule(line)).count()
}

fn is_rule(line: &str) -> bool {
    line.chars().all(|c| matches!(c, '─' | '┬' | '┴' | '┼' | '-'))
}

/// When every row is one line, a rule under the first is enough.
fn with_one_rule(lines: Vec<String>) -> Vec<String> {
    let rule = lines.iter().filter(|line| is_rule(line)).nth(1).cloned();
    let mut kept: Vec<String> = lines.into_iter().filter(|line| !is_rule(line)).collect();
    if let Some(rule) = rule.filter(|_| kept.len() > 1) {
        kept.insert(1, rule);
    }
    kept
}

/// Columns that the table needs so that no word is cut.
fn longest_words(rows: &[Vec<String>], n_columns: usize) -> usize {
    let longest = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.flat_map(|cell| cell.split_whitespace()).map(width::width).max().unwrap_or(0)
    };
    (0..n_columns).map(longest).sum::<usize>() + n_columns - 1
}

fn html(rows: &[Vec<String>], n_columns: usize) -> String {
    let mut html = String::from("<table>");
    for row in rows {
        html.push_str("<tr>");
        for column in 0..n_columns {
            html.push_str("<td>");
            let cell = row.get(column).map_or("", String::as_str);
            push_escaped(&mut html, &Clean::line(&width::without_soft_hyphens(cell)));
            html.push_str("</td>");
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
    html
}

fn push_escaped(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            _ => html.push(c),
        }
    }
}

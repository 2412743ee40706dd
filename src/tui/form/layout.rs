//! Where the fields of a form stand: a function of fields, focus and width, so that a click can be traced back.

use super::Form;
use super::field::{Field, Item, Value};
use crate::tui::theme::Look;
use crate::tui::widgets::wrap::{width as text_width, wrap};
use ratatui::layout::Rect;

/// Columns of the label, when there is room beside the value.
pub(super) const LABEL: u16 = 17;
/// Where labels and lists begin: after the bar of the focus and a space.
pub(super) const INDENT: u16 = 2;
/// Text is never wider than this.
const MAX_TEXT: u16 = 72;
/// Below this page width the label stands above the value.
const BESIDE: u16 = 48;
/// Columns kept at the right for the thumb and the air before it.
const THUMB: u16 = 2;
/// Rows kept at the foot of the page for a hint; a longer one takes the blank line above it too.
const HINT: u16 = 2;
/// Rows by which the place of a hint moves on a tall page.
const STEP: u16 = 8;
/// From this height on there is a blank line between the page and the hint.
const AIRY: u16 = 12;
/// Rows that a long text takes at least.
const LONG_ROWS: usize = 2;
/// Widest lead of a list item.
const MAX_LEAD: usize = 18;

/// Where a click landed.
pub(super) struct Hit {
    /// Index of the field.
    pub field: usize,
    /// The item or option.
    pub cursor: Option<usize>,
}

/// Whether the label of a field stands beside its value: where the page is wide enough and the label short enough.
pub(super) fn beside<K>(field: &Field<K>, width: u16) -> bool {
    width >= BESIDE && text_width(&field.label) < usize::from(LABEL)
}

/// Whether a field has a label of its own, beside its value or above it.
fn has_label<K>(field: &Field<K>) -> bool {
    !matches!(
        field.value,
        Value::Heading | Value::Items { .. } | Value::Note(..)
    )
}

/// Rows of the label above the value.
fn rows_above<K>(field: &Field<K>, width: u16) -> u16 {
    u16::from(has_label(field) && !beside(field, width))
}

/// Columns for the value of a field on a page of this width.
pub(super) fn value_width<K>(field: &Field<K>, width: u16) -> u16 {
    let label = if has_label(field) && beside(field, width) {
        LABEL
    } else {
        0
    };
    width
        .min(MAX_TEXT + INDENT)
        .saturating_sub(INDENT + label + THUMB)
        .max(8)
}

/// Whether the options of a choice stand one below the other: when they are long or many.
pub(super) fn is_tall<K>(field: &Field<K>, width: u16) -> bool {
    let (Value::One { options, .. } | Value::Many { options, .. }) = &field.value else {
        return false;
    };
    let room = usize::from(value_width(field, width));
    let all: usize = options.iter().map(|o| text_width(o) + 4).sum();
    all > room * 2 || options.iter().any(|o| text_width(o) + 4 > room)
}

/// The rows a field takes.
fn rows<K>(field: &Field<K>, width: u16, focused: bool, theme: Look) -> u16 {
    let room = usize::from(value_width(field, width));
    let value = match &field.value {
        Value::Heading => 2,
        Value::Note(text, _) => wrap(text, room).len(),
        Value::Long(text) => wrap(text.as_str(), room).len().max(LONG_ROWS),
        Value::Items { items, empty } => 1 + items_rows(items, empty, room, theme),
        value if value.is_typed() => wrap(&typed_text(field), room).len(),
        Value::One { .. } | Value::Many { .. } if focused => option_rows(field, width).len(),
        Value::One { .. } | Value::Many { .. } => wrap(&summary(field, width), room).len(),
        _ => 1,
    };
    let above = usize::from(rows_above(field, width));
    let single = field.value.takes_focus() && !matches!(field.value, Value::Items { .. });
    let air = usize::from(theme.is_wall() && single);
    u16::try_from(value + above + air).unwrap_or(u16::MAX)
}

/// The text of a typed field with room for its aside behind.
fn typed_text<K>(field: &Field<K>) -> String {
    let raw = field.value.raw();
    if field.aside.is_empty() {
        raw
    } else {
        format!("{raw}   {}", field.aside)
    }
}

fn items_rows(items: &[Item], empty: &str, room: usize, theme: Look) -> usize {
    if items.is_empty() {
        return wrap(empty, room).len() + 1;
    }
    let lead = lead_width(items);
    items
        .iter()
        .map(|item| item_rows(item, lead, room, theme))
        .sum::<usize>()
        + usize::from(!theme.is_wall())
}

pub(super) fn lead_width(items: &[Item]) -> usize {
    items
        .iter()
        .map(|item| text_width(&item.lead))
        .max()
        .unwrap_or(0)
        .min(MAX_LEAD)
}

pub(super) fn item_rows(item: &Item, lead: usize, room: usize, theme: Look) -> usize {
    let room = item_room(item, lead, room);
    let aside = if item.aside.is_empty() {
        0
    } else {
        wrap(&item.aside, room).len()
    };
    let air = usize::from(theme.is_wall());
    wrap(&item.text, room).len() + aside + air
}

fn item_indent(item: &Item, lead: usize) -> usize {
    let sign = usize::from(item.sign.is_some()) * 2;
    usize::from(item.depth) * 2 + sign + if lead > 0 { lead + 2 } else { 0 }
}

pub(super) fn item_room(item: &Item, lead: usize, room: usize) -> usize {
    room.saturating_sub(item_indent(item, lead)).max(8)
}

/// What is chosen, in words; long options each on its line.
pub(super) fn summary<K>(field: &Field<K>, width: u16) -> String {
    let names: Vec<&str> = match &field.value {
        Value::One { options, chosen } => chosen
            .and_then(|i| options.get(i))
            .map(String::as_str)
            .into_iter()
            .collect(),
        Value::Many { options, chosen } => chosen
            .iter()
            .filter_map(|i| options.get(*i))
            .map(String::as_str)
            .collect(),
        _ => Vec::new(),
    };
    names.join(if is_tall(field, width) { "\n" } else { " · " })
}

/// The row, within a choice in focus, on which an option stands.
pub(super) fn option_row<K>(field: &Field<K>, width: u16, option: usize) -> u16 {
    let rows = option_rows(field, width);
    let here = |row: &Vec<(usize, u16)>| row.iter().any(|(i, _)| *i == option);
    u16::try_from(rows.iter().position(here).unwrap_or(0)).unwrap_or(0)
}

/// Options by row: index of the option and its column.
pub(super) fn option_rows<K>(field: &Field<K>, width: u16) -> Vec<Vec<(usize, u16)>> {
    let (Value::One { options, .. } | Value::Many { options, .. }) = &field.value else {
        return Vec::new();
    };
    let room = value_width(field, width);
    let tall = is_tall(field, width);
    let mut out: Vec<Vec<(usize, u16)>> = Vec::new();
    let mut col = 0;
    for (index, option) in options.iter().enumerate() {
        let wide = u16::try_from(text_width(option) + 2).unwrap_or(room);
        if tall || out.is_empty() || col + wide > room {
            out.push(Vec::new());
            col = 0;
        }
        if let Some(row) = out.last_mut() {
            row.push((index, col));
        }
        col += wide + 2;
    }
    if tall {
        // A long option wraps: its further rows hold no start of an option.
        let mut wrapped = Vec::new();
        for row in out {
            let lines = row
                .first()
                .and_then(|(i, _)| options.get(*i))
                .map_or(1, |o| wrap(o, usize::from(room.saturating_sub(2))).len());
            wrapped.push(row);
            wrapped.extend(std::iter::repeat_with(Vec::new).take(lines.saturating_sub(1)));
        }
        return wrapped;
    }
    out
}

/// Start row and height of every field, and the rows of all.
pub(super) fn layout<K: Copy + PartialEq>(
    form: &Form<K>,
    fields: &[Field<K>],
    width: u16,
    theme: Look,
) -> (Vec<(u16, u16)>, u16) {
    let focus = form.focus(fields);
    let mut at = 0u16;
    let mut out = Vec::with_capacity(fields.len());
    for (index, field) in fields.iter().enumerate() {
        let mut height = rows(field, width, Some(field.key) == focus, theme);
        let before = index.checked_sub(1).map(|i| &fields[i].value);
        // A list ends with a blank line, so that none is needed before what follows it.
        let after_list = matches!(before, Some(Value::Items { .. }));
        if matches!(field.value, Value::Heading) && (before.is_none() || after_list) {
            height = 1;
        }
        if matches!(field.value, Value::Items { .. }) && wants_air(before, theme) {
            at = at.saturating_add(1);
        }
        out.push((at, height));
        at = at.saturating_add(height);
    }
    (out, at)
}

/// Whether a list needs a blank line after this field.
fn wants_air(before: Option<&Value>, theme: Look) -> bool {
    before.is_some_and(|value| match value {
        Value::Heading | Value::Items { .. } => false,
        value => !(theme.is_wall() && value.takes_focus()),
    })
}

/// The first row shown: all from the top while it fits, else the focus a little below the middle.
pub(super) fn top<K: Copy + PartialEq>(
    form: &Form<K>,
    fields: &[Field<K>],
    places: &[(u16, u16)],
    total: u16,
    area: Rect,
    theme: Look,
) -> u16 {
    let room = area.height;
    if total <= room {
        return 0;
    }
    let focus = form.focus(fields);
    let index = fields
        .iter()
        .position(|f| Some(f.key) == focus && f.value.takes_focus())
        .unwrap_or(0);
    let (start, height) = places.get(index).copied().unwrap_or((0, 1));
    let inner = fields
        .get(index)
        .map_or(0, |field| cursor_row(form, field, height, area, theme));
    (start + inner)
        .saturating_sub(room * 3 / 5)
        .min(total - room)
}

/// The row within a field that is to be seen: that of its item or option under the cursor, in a text higher than the page
/// that of the text's cursor.
fn cursor_row<K: Copy + PartialEq>(
    form: &Form<K>,
    field: &Field<K>,
    height: u16,
    area: Rect,
    theme: Look,
) -> u16 {
    let wide = value_width(field, area.width);
    match &field.value {
        Value::Items { items, .. } => {
            let lead = lead_width(items);
            let rows = |item| item_rows(item, lead, usize::from(wide), theme);
            let before: usize = items.iter().take(form.cursor).map(rows).sum();
            u16::try_from(before + 1).unwrap_or(0)
        }
        Value::One { .. } | Value::Many { .. } => option_row(field, area.width, form.cursor),
        value if value.is_typed() && height > area.height => {
            let typing = form.typing.as_ref().filter(|(key, _)| *key == field.key);
            let row = typing.map_or(usize::from(height), |(_, editor)| {
                editor.row_col(usize::from(wide) + 1).0
            });
            u16::try_from(row).unwrap_or(height)
        }
        _ => 0,
    }
}

pub(super) fn hint_width(area: Rect) -> u16 {
    area.width.saturating_sub(INDENT + 1).min(MAX_TEXT)
}

/// Where a hint begins: at the foot of a page of common height; on a tall one not far below the fields, by large steps so that
/// it stays where it is while they grow a little.
pub(super) fn hint_row(total: u16, rows: u16, area: Rect) -> u16 {
    let below = (total + 2).next_multiple_of(STEP).max(2 * STEP);
    area.bottom() - rows.max(area.height.saturating_sub(below).min(area.height))
}

/// Rows kept for hints: enough for the longest one, so that the page stays where it is from one field to the next.
pub(super) fn hint_rows<K>(fields: &[Field<K>], area: Rect) -> u16 {
    let room = usize::from(hint_width(area));
    let hints = fields.iter().filter(|f| !f.hint.is_empty());
    let Some(most) = hints.map(|f| wrap(&f.hint, room).len()).max() else {
        return 0;
    };
    let air = u16::from(area.height >= AIRY);
    u16::try_from(most).unwrap_or(HINT).min(HINT) + air
}

/// Where a click landed.
pub(super) fn hit<K: Copy + PartialEq>(
    form: &Form<K>,
    fields: &[Field<K>],
    area: Rect,
    (col, row): (u16, u16),
    theme: Look,
) -> Option<Hit> {
    let (places, total) = layout(form, fields, area.width, theme);
    let body = Rect {
        height: area.height.saturating_sub(hint_rows(fields, area)),
        ..area
    };
    let row = row.checked_sub(body.y)? + top(form, fields, &places, total, body, theme);
    let index = places
        .iter()
        .position(|(start, height)| (*start..start + height).contains(&row))?;
    let field = fields.get(index).filter(|f| f.value.takes_focus())?;
    let at = (col.saturating_sub(area.x), row - places[index].0);
    let cursor = hit_part(form, fields, field, area.width, at, theme);
    Some(Hit {
        field: index,
        cursor,
    })
}

/// The item or option of a field at a column of the page and a row of the field.
fn hit_part<K: Copy + PartialEq>(
    form: &Form<K>,
    fields: &[Field<K>],
    field: &Field<K>,
    width: u16,
    (col, row): (u16, u16),
    theme: Look,
) -> Option<usize> {
    match &field.value {
        Value::Items { items, .. } => {
            let room = usize::from(value_width(field, width));
            let lead = lead_width(items);
            let mut below = 1;
            items.iter().position(|item| {
                below += item_rows(item, lead, room, theme);
                usize::from(row) < below
            })
        }
        Value::One { .. } | Value::Many { .. } if form.focus(fields) == Some(field.key) => {
            let above = rows_above(field, width);
            let label = if above == 0 { LABEL } else { 0 };
            let x = col.saturating_sub(INDENT + label);
            let rows = option_rows(field, width);
            let options = rows.get(usize::from(row.checked_sub(above)?))?;
            let hit = options.iter().rev().find(|(_, start)| *start <= x);
            hit.map(|(index, _)| *index)
        }
        _ => None,
    }
}

//! How the fields of a form look.

use super::Form;
use super::field::{Field, Item, Value};
use super::layout::{
    INDENT, LABEL, beside, hint_row, hint_rows, hint_width, item_room, item_rows, layout,
    lead_width, option_row, option_rows, summary, top, value_width,
};
use super::pen::Pen;
use crate::tui::frame::{Cursor, Typed};
use crate::tui::theme::{Look, Role};
use crate::tui::widgets::editor::Editor;
use crate::tui::widgets::scroll::Scroll;
use crate::tui::widgets::wrap::{draw_wrapped, fit, width as text_width, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Bytes of a long text before and behind the cursor that are read again with every key.
const AROUND: usize = 500;

impl<K: Copy + PartialEq> Form<K> {
    /// Draws the form; gives where the terminal's cursor belongs.
    pub fn draw(
        &self,
        fields: &[Field<K>],
        area: Rect,
        theme: Look,
        buf: &mut Buffer,
    ) -> Option<Cursor> {
        let body = Rect {
            height: area.height.saturating_sub(hint_rows(fields, area)),
            ..area
        };
        let (places, total) = layout(self, fields, area.width, theme);
        let top = top(self, fields, &places, total, body, theme);
        let focus = self.focus(fields);
        let mut pen = Pen {
            buf,
            theme,
            area: body,
            top,
        };
        let mut cursor = None;
        for (field, (start, height)) in fields.iter().zip(&places) {
            if start + height <= top || *start >= top + body.height {
                continue;
            }
            let focused = Some(field.key) == focus && field.value.takes_focus();
            // A heading stands on the last of its rows, below its air.
            let first = match field.value {
                Value::Heading => start + height - 1,
                _ => *start,
            };
            if let Some(at) = self.draw_field(field, first, focused, &mut pen) {
                let text = self.typed_in(field);
                cursor = Some(Cursor { at, text });
            }
        }
        if total > body.height {
            let scroll = Scroll {
                top: usize::from(top),
            };
            let (thumb, style) = (theme.signs.thumb, theme.style(Role::Aside));
            scroll.draw_thumb(pen.buf, body, usize::from(total), thumb, style);
        }
        if let Some(field) = self.focused(fields) {
            self.draw_hint(field, area, body.height, total, &mut pen);
        }
        cursor
    }

    /// The text in words that is being typed in a field.
    fn typed_in(&self, field: &Field<K>) -> Option<Typed> {
        let (Value::Line(held) | Value::Long(held)) = &field.value else {
            return None;
        };
        let typing = self.typing.as_ref().filter(|(key, _)| *key == field.key);
        let typing = typing.filter(|(_, editor)| field.value.agrees(editor.text()));
        let (text, cursor) = typing.map_or((held.as_str(), held.as_str().len()), |(_, editor)| {
            (editor.text(), editor.cursor())
        });
        // Between two words, so that no part of one is taken for another.
        let between = |at: &usize| matches!(text.as_bytes().get(*at), Some(b' ' | b'\n'));
        let first = cursor.saturating_sub(AROUND);
        let from = if first == 0 {
            Some(0)
        } else {
            (first..cursor).find(between)
        };
        let to = (cursor + AROUND..text.len()).find(between);
        let (from, to) = (from.unwrap_or(cursor), to.unwrap_or(text.len()));
        Some(Typed {
            field: field.kind,
            text: text[from..to].to_owned(),
            cursor: cursor - from,
        })
    }

    /// What is meant by the field in focus, or that what was typed is not understood.
    fn draw_hint(&self, field: &Field<K>, area: Rect, above: u16, total: u16, pen: &mut Pen) {
        if pen.theme.reads && !field.serves_readers {
            return;
        }
        let wrong = self.is_misread(field) && !field.wrong.is_empty();
        let (said, role) = if wrong {
            (&field.wrong, Role::See)
        } else {
            (&field.hint, Role::Aside)
        };
        let width = hint_width(area);
        let rows = u16::try_from(wrap(said, usize::from(width)).len()).unwrap_or(u16::MAX);
        let rows = rows.min(area.height - above);
        let hint = Rect {
            x: area.x + INDENT,
            y: hint_row(total, rows, area),
            width,
            height: rows,
        };
        draw_wrapped(pen.buf, hint, said, pen.theme.style(role));
    }

    fn draw_field(
        &self,
        field: &Field<K>,
        start: u16,
        focused: bool,
        pen: &mut Pen,
    ) -> Option<Position> {
        let theme = pen.theme;
        let wide = pen.area.width;
        let room = usize::from(value_width(field, wide));
        match &field.value {
            Value::Heading => {
                pen.put(start, INDENT, &field.label, theme.style(Role::Title));
                return None;
            }
            Value::Note(text, role) => {
                pen.put_wrapped(start, INDENT, text, room, theme.style(*role));
                return None;
            }
            Value::Items { items, empty } => {
                self.draw_items(field, items, empty, start, focused, pen);
                return None;
            }
            _ => {}
        }
        let label = if focused { Role::Strong } else { Role::Aside };
        pen.put(start, INDENT, &field.label, theme.style(label));
        let (col, row) = if beside(field, wide) {
            (INDENT + LABEL, start)
        } else {
            (INDENT, start + 1)
        };
        if focused {
            let here = row + option_row(field, wide, self.cursor);
            pen.put(here, 0, theme.signs.focus, theme.style(Role::Mark));
        }
        if field.value.is_typed() {
            return self.draw_typed(field, row, col, room, focused, pen);
        }
        self.draw_choice(field, row, col, focused, pen);
        None
    }

    fn draw_typed(
        &self,
        field: &Field<K>,
        row: u16,
        col: u16,
        room: usize,
        focused: bool,
        pen: &mut Pen,
    ) -> Option<Position> {
        let theme = pen.theme;
        let fresh;
        let editor: &Editor = match &self.typing {
            Some((key, editor))
                if focused && *key == field.key && field.value.agrees(editor.text()) =>
            {
                editor
            }
            _ => {
                fresh = field.value.editor();
                &fresh
            }
        };
        let text = editor.text();
        let style = theme.style(match focused {
            true if self.is_offered(field) => Role::Aside,
            true => Role::Strong,
            false => Role::Body,
        });
        if text.is_empty() && !focused {
            pen.put(row, col, theme.signs.not_yet, theme.style(Role::Aside));
        }
        let lines = wrap(text, room);
        let used = pen.put_lines(row, col, text, &lines, style);
        if !field.aside.is_empty() {
            let last = text_width(&text[lines[lines.len() - 1].clone()]);
            pen.put_aside(row + used - 1, col, last, &field.aside, room);
        }
        if focused && field.value.misreads(text) {
            let at = col + u16::try_from(text_width(text) + 1).unwrap_or(0);
            pen.put(row, at, theme.signs.refused, theme.style(Role::Refused));
        }
        if !focused {
            return None;
        }
        let (r, c) = editor.row_col_in(&lines, room + 1);
        let y = pen.row(row + u16::try_from(r).unwrap_or(u16::MAX))?;
        let x = pen.area.x + col + u16::try_from(c).unwrap_or(0);
        Some(Position::new(x, y))
    }

    fn draw_choice(&self, field: &Field<K>, row: u16, col: u16, focused: bool, pen: &mut Pen) {
        let theme = pen.theme;
        let room = usize::from(value_width(field, pen.area.width));
        let focus_style = theme.style(if focused { Role::Selected } else { Role::Body });
        match &field.value {
            Value::Toggle(on) => {
                let sign = if *on {
                    theme.signs.checked
                } else {
                    theme.signs.unchecked
                };
                pen.put(row, col, sign, focus_style);
                let at = col + u16::try_from(text_width(sign) + 1).unwrap_or(2);
                pen.put(row, at, &field.aside, theme.style(Role::Aside));
            }
            Value::Button(text) => pen.put(row, col, text, focus_style),
            _ if !focused => {
                let text = summary(field, pen.area.width);
                if text.is_empty() {
                    pen.put(row, col, theme.signs.not_yet, theme.style(Role::Aside));
                }
                let used = pen.put_wrapped(row, col, &text, room, theme.style(Role::Body));
                if used == 1 {
                    pen.put_aside(row, col, text_width(&text), &field.aside, room);
                }
            }
            _ => self.draw_options(field, row, col, room, pen),
        }
    }

    fn draw_options(&self, field: &Field<K>, row: u16, col: u16, room: usize, pen: &mut Pen) {
        let theme = pen.theme;
        let (options, chosen, one): (&[String], Vec<usize>, bool) = match &field.value {
            Value::One { options, chosen } => (options, chosen.iter().copied().collect(), true),
            Value::Many { options, chosen } => (options, chosen.clone(), false),
            _ => return,
        };
        for (r, line) in option_rows(field, pen.area.width).iter().enumerate() {
            for (index, at) in line {
                let on = chosen.contains(index);
                let sign = match (one, on) {
                    (true, true) => theme.signs.dot,
                    (true, false) => theme.signs.dot_empty,
                    (false, true) => theme.signs.checked,
                    (false, false) => theme.signs.unchecked,
                };
                let style = theme.style(if *index == self.cursor {
                    Role::Selected
                } else {
                    Role::Body
                });
                let y = row + u16::try_from(r).unwrap_or(u16::MAX);
                pen.put(
                    y,
                    col + at,
                    sign,
                    theme.style(if on { Role::Title } else { Role::Aside }),
                );
                let inner = room.saturating_sub(usize::from(*at) + 2);
                pen.put_wrapped(y, col + at + 2, &options[*index], inner, style);
            }
        }
    }

    fn draw_items(
        &self,
        field: &Field<K>,
        items: &[Item],
        empty: &str,
        start: u16,
        focused: bool,
        pen: &mut Pen,
    ) {
        let theme = pen.theme;
        let room = usize::from(value_width(field, pen.area.width));
        let label = if focused { Role::Strong } else { Role::Aside };
        pen.put(start, INDENT, &field.label, theme.style(label));
        let count = INDENT + u16::try_from(text_width(&field.label) + 2).unwrap_or(0);
        pen.put(start, count, &field.aside, theme.style(Role::Aside));
        let mut row = start + 1;
        if items.is_empty() {
            if focused {
                pen.put(row, 0, theme.signs.focus, theme.style(Role::Title));
            }
            pen.put_wrapped(row, INDENT, empty, room, theme.style(Role::Aside));
            return;
        }
        let lead = lead_width(items);
        for (index, item) in items.iter().enumerate() {
            let selected = focused && index == self.cursor.min(items.len() - 1);
            draw_item(item, row, lead, room, selected, pen);
            row = row.saturating_add(
                u16::try_from(item_rows(item, lead, room, theme)).unwrap_or(u16::MAX),
            );
        }
    }
}

fn draw_item(item: &Item, row: u16, lead: usize, room: usize, selected: bool, pen: &mut Pen) {
    let theme = pen.theme;
    let body = theme.style(if selected { Role::Selected } else { Role::Body });
    let mut col = INDENT + item.depth * 2;
    if selected {
        pen.put(row, 0, theme.signs.focus, theme.style(Role::Title));
    }
    if let Some((sign, role)) = item.sign {
        pen.put(row, col, sign, theme.style(role));
        col += 2;
    }
    if lead > 0 {
        pen.put(
            row,
            col,
            &fit(&item.lead, lead),
            theme.style(if selected { Role::Strong } else { Role::Aside }),
        );
        col += u16::try_from(lead + 2).unwrap_or(0);
    }
    let inner = item_room(item, lead, room);
    let used = pen.put_wrapped(row, col, &item.text, inner, body);
    if !item.aside.is_empty() {
        pen.put_wrapped(
            row + used,
            col,
            &item.aside,
            inner,
            theme.style(Role::Aside),
        );
    }
}

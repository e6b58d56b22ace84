//! Takes the places in the sources out of a program: what `-Zlocation-detail=none` does, which only nightly compilers know.
//!
//! Each check that may panic names a file, a line and a column of its own. Here all of them name one: a panic still tells
//! why, but no longer where, in what is published. `cargo xtask serve` leaves them in.

use anyhow::{Context, Result};
use std::collections::HashMap;
use std::ops::Range;
use wasmparser::{
    DataKind, DefinedDataSymbol, KnownCustom, Linking, Operator, Parser, Payload, RelocAddendKind,
    RelocationEntry, RelocationType, SymbolInfo,
};

/// Bytes of a `core::panic::Location`: where the file's name is, how long it is, the line, the column.
const SIZE: u32 = 16;

/// A program that was linked with `--emit-relocs`, all its places made one.
///
/// # Errors
/// When it is no such program.
pub(crate) fn forget(wasm: &[u8]) -> Result<Vec<u8>> {
    let program = Program::read(wasm).context("the program's relocations cannot be read")?;
    let places = program.places(wasm);
    let Some(&one) = places.first() else { return Ok(wasm.to_vec()) };
    let mut written = wasm[..8].to_vec();
    for section in &program.sections {
        let content = match &section.relocations {
            None => wasm[section.range.clone()].to_vec(),
            Some(list) => {
                let end = section.range.start + list.head;
                let mut content = wasm[section.range.start..end].to_vec();
                for entry in &list.entries {
                    let moved = places.binary_search(&entry.index).is_ok();
                    write_entry(&mut content, entry, if moved { one } else { entry.index });
                }
                content
            }
        };
        written.push(section.id);
        unsigned(&mut written, content.len() as u64);
        written.extend(content);
    }
    Ok(written)
}

/// What of a program tells where its places are.
#[derive(Default)]
struct Program<'a> {
    sections: Vec<Section>,
    symbols: Vec<SymbolInfo<'a>>,
    /// Where the data section's content begins in the file.
    data: usize,
    /// The segments of data: the first's address, and where their bytes are in the file.
    segments: Vec<(u32, Range<usize>)>,
}

struct Section {
    id: u8,
    range: Range<usize>,
    /// Of a section that relocates another.
    relocations: Option<Relocations>,
}

struct Relocations {
    /// Which section they are of.
    of: u32,
    /// How many bytes stand before the first.
    head: usize,
    entries: Vec<RelocationEntry>,
}

impl<'a> Program<'a> {
    fn read(wasm: &'a [u8]) -> Result<Self> {
        let mut program = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            let Some((id, range)) = payload.as_section() else { continue };
            let range = range.start as usize..range.end as usize;
            let mut relocations = None;
            match &payload {
                Payload::DataSection(segments) => {
                    program.data = range.start;
                    for segment in segments.clone() {
                        let segment = segment?;
                        let end = segment.range.end as usize;
                        let start = end - segment.data.len();
                        if let DataKind::Active { offset_expr, .. } = segment.kind
                            && let Operator::I32Const { value } =
                                offset_expr.get_operators_reader().read()?
                        {
                            program.segments.push((value as u32, start..end));
                        }
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(linking) => {
                        for part in linking.subsections() {
                            if let Linking::SymbolTable(symbols) = part? {
                                program.symbols = symbols.into_iter().collect::<Result<_, _>>()?;
                            }
                        }
                    }
                    KnownCustom::Reloc(list) => {
                        let entries = list.entries();
                        relocations = Some(Relocations {
                            of: list.section_index(),
                            head: entries.original_position() as usize - range.start,
                            entries: entries.into_iter().collect::<Result<_, _>>()?,
                        });
                    }
                    _ => {}
                },
                _ => {}
            }
            program.sections.push(Section { id, range, relocations });
        }
        Ok(program)
    }

    /// The symbols that are places, in order.
    fn places(&self, wasm: &[u8]) -> Vec<u32> {
        let data = self.sections.iter().position(|section| section.range.start == self.data);
        let of_data = self.sections.iter().filter_map(|section| section.relocations.as_ref());
        let pointers: HashMap<u32, RelocationType> = of_data
            .filter(|list| Some(list.of as usize) == data)
            .flat_map(|list| list.entries.iter().map(|entry| (entry.offset, entry.ty)))
            .collect();
        let is_place = |symbol: &SymbolInfo<'_>| {
            let SymbolInfo::Data {
                symbol: Some(DefinedDataSymbol { index, offset, size: SIZE }),
                ..
            } = symbol
            else {
                return false;
            };
            let Some((_, bytes)) = self.segments.get(*index as usize) else { return false };
            let start = bytes.start + *offset as usize;
            let points = pointers.get(&((start - self.data) as u32));
            points == Some(&RelocationType::MemoryAddrI32) && self.is_place(wasm, start)
        };
        let symbols = (0..).zip(&self.symbols);
        symbols.filter(|(_, symbol)| is_place(symbol)).map(|(number, _)| number).collect()
    }

    /// Whether a Rust file, a line and a column stand there.
    fn is_place(&self, wasm: &[u8], at: usize) -> bool {
        let number = |field: usize| {
            let bytes = wasm.get(at + 4 * field..at + 4 * field + 4)?;
            Some(u32::from_le_bytes(bytes.try_into().ok()?))
        };
        let (Some(file), Some(length), Some(1..), Some(1..)) =
            (number(0), number(1), number(2), number(3))
        else {
            return false;
        };
        self.segments.iter().any(|(address, bytes)| {
            let start = file.checked_sub(*address).map(|start| bytes.start + start as usize);
            let name =
                start.and_then(|start| wasm[..bytes.end].get(start..start + length as usize));
            name.is_some_and(|name| name.ends_with(b".rs"))
        })
    }
}

fn write_entry(written: &mut Vec<u8>, entry: &RelocationEntry, index: u32) {
    written.push(entry.ty as u8);
    unsigned(written, entry.offset.into());
    unsigned(written, index.into());
    if entry.ty.addend_kind() != RelocAddendKind::None {
        signed(written, entry.addend);
    }
}

/// A number as WebAssembly writes it: seven bits a byte, the lowest first.
pub(super) fn unsigned(written: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        written.push(number as u8 | 0x80);
        number >>= 7;
    }
    written.push(number as u8);
}

fn signed(written: &mut Vec<u8>, mut number: i64) {
    while !(-64..64).contains(&number) {
        written.push(number as u8 | 0x80);
        number >>= 7;
    }
    written.push(number as u8 & 0x7f);
}

#[cfg(test)]
mod tests {
    use super::{signed, unsigned};

    #[test]
    fn numbers_are_written_as_webassembly_does() {
        let written = |write: &dyn Fn(&mut Vec<u8>)| {
            let mut bytes = Vec::new();
            write(&mut bytes);
            bytes
        };
        for (number, bytes) in [(0, &[0][..]), (127, &[127]), (128, &[128, 1]), (300, &[0xac, 2])] {
            assert_eq!(written(&|to| unsigned(to, number)), bytes);
        }
        for (number, bytes) in [(0, &[0][..]), (-1, &[0x7f]), (63, &[63]), (64, &[0xc0, 0])] {
            assert_eq!(written(&|to| signed(to, number)), bytes);
        }
    }
}

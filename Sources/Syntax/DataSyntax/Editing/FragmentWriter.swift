import Source

/// Writes new parts of a document in its own layout.
struct FragmentWriter {
  /// How the container that takes the parts is written.
  enum Style {
    /// In brackets, all on one line.
    case line
    /// In brackets, each part on a line of its own.
    case lines
    /// By indentation.
    case block
  }

  let layout: EditLayout
  let style: Style

  /// A part, whose further lines begin with an indentation.
  func text(_ part: EditedPart, at indentation: String) -> String {
    switch part {
    case .entry(let entry): text(entry, at: indentation)
    case .element(let fragment):
      style == .block
        ? "- " + block(fragment, at: indentation, inSequence: true) : text(fragment, at: indentation)
    }
  }

  /// A key in the quoting that a written one has.
  func key(_ name: String, like first: UInt8?) -> String {
    layout.syntax == .json ? string(name) : YAMLScalarText.text(name, .init(of: first))
  }

  /// A value on one line, a text in the quoting that a written one has.
  func scalar(_ value: JSONText, like first: UInt8? = nil) -> String {
    switch value {
    case .null, .bool, .integer, .number: return String(decoding: value.compact, as: UTF8.self)
    case .string(let text):
      return layout.syntax == .json ? string(text) : YAMLScalarText.text(text, .init(of: first))
    case .array(let items): return "[" + items.map { scalar($0) }.joined(separator: ", ") + "]"
    case .object(let members):
      let entries = members.map { key($0.key, like: nil) + ": " + scalar($0.value) }
      return "{" + entries.joined(separator: ", ") + "}"
    }
  }

  private func string(_ text: String) -> String {
    String(decoding: JSONText.string(text).compact, as: UTF8.self)
  }

  private func text(_ entry: DataFragment.Entry, at indentation: String) -> String {
    switch entry {
    case .written(let entry, let name): return moved(entry, as: name, to: indentation)
    case .new(let name, let value):
      guard style == .block else { return key(name, like: nil) + ": " + text(value, at: indentation) }
      if case .value(let value) = value { return key(name, like: nil) + ": " + scalar(value) }
      let inner = indentation + layout.unit
      return key(name, like: nil) + ":" + layout.lineBreak + inner
        + block(value, at: inner, inSequence: false)
    }
  }

  /// A value in brackets.
  private func text(_ fragment: DataFragment, at indentation: String) -> String {
    let inner = indentation + layout.unit
    switch fragment {
    case .value(let value): return scalar(value)
    case .mapping(let entries):
      return brackets("{", entries.map { text($0, at: inner) }, "}", at: indentation)
    case .sequence(let items): return brackets("[", items.map { text($0, at: inner) }, "]", at: indentation)
    }
  }

  private func brackets(_ open: String, _ parts: [String], _ close: String, at indentation: String) -> String
  {
    guard style == .lines, !parts.isEmpty else { return open + parts.joined(separator: ", ") + close }
    let start = layout.lineBreak + indentation
    return open + parts.map { start + layout.unit + $0 }.joined(separator: ",") + start + close
  }

  /// A value by indentation, which begins at an indentation.
  private func block(_ fragment: DataFragment, at indentation: String, inSequence: Bool) -> String {
    let inner = inSequence ? indentation + "  " : indentation
    let separator = layout.lineBreak + inner
    switch fragment {
    case .value(let value): return scalar(value)
    case .mapping(let entries): return entries.map { text($0, at: inner) }.joined(separator: separator)
    case .sequence(let items):
      return items.map { "- " + block($0, at: inner, inSequence: true) }.joined(separator: separator)
    }
  }

  /// An entry of the document, its lines indented anew.
  private func moved(_ entry: DataEntry, as name: String?, to indentation: String) -> String {
    let key = entry.key.range
    let old =
      layout.syntax == .json ? layout.lineIndentation(of: key.start) : layout.indentation(at: key.start)
    let written = name.map { self.key($0, like: layout.bytes[key.start]) }
    let rest =
      Array((written ?? String(decoding: layout.bytes[key.indices], as: UTF8.self)).utf8)
      + layout.bytes[key.end..<max(key.end, entry.value.range.end)]
    var result: [UInt8] = []
    var offset = 0
    while offset < rest.count {
      let end = rest[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.count
      let line = rest[offset..<end]
      if offset > 0, line.starts(with: old.utf8) {
        result += Array(indentation.utf8) + line.dropFirst(old.utf8.count)
      } else {
        result += line
      }
      offset = end
    }
    return String(decoding: result, as: UTF8.self)
  }
}

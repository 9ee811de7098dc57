import DataSyntax
import Diagnostics
import Matching

/// The notations of plain scalars, by what they stand for.
enum PlainValue {
  static let standard: PlainReading = { _ in .standard }

  /// A text just as it is written, `1.10` and `yes` included.
  static let text: PlainReading = { .form(.text($0.string ?? "")) }

  /// A text, or an expression between slashes, for values that are no paths.
  static let pattern: PlainReading = { MatcherParser.textOrExpression($0) }

  /// A text or an expression between slashes; a number, a truth value and null as such: `8080` is no text, `"8080"` no number.
  static let typed: PlainReading = { node in
    // A line that was left open is no null.
    guard node.kind != .null || node.string?.isEmpty == false else { return .standard }
    guard node.kind == .string else { return .form(.exact(Subject(node))) }
    let plain = MatcherParser.textOrExpression(node)
    guard case .form(.text(let text)) = plain else { return plain }
    return .form(.exact(.text(text)))
  }

  /// The same of values that are all texts: numbers are compared as such, a truth value is the text that it is written as.
  static let written: PlainReading = { node in
    switch node.kind {
    case .bool: .form(.text(node.string ?? ""))
    case .string: MatcherParser.textOrExpression(node)
    default: .standard
    }
  }

  /// A capability by its name, with or without `cap_`.
  static let capability: PlainReading = { node in
    let text = (node.string ?? "").lowercased()
    let name = text.hasPrefix("cap_") ? String(text.dropFirst(4)) : text
    if FileCapabilities.names.contains(name) { return .form(.text(name)) }
    let nearest = Suggestion.nearest(to: name, among: FileCapabilities.names)
    return fault(
      node, "`\(node.string ?? "")` is no capability",
      help: nearest.map { "did you mean `\($0)`?" } ?? "write `net_bind_service`", replacement: nearest)
  }

  /// One of few words.
  static func choice(_ words: [String], _ what: String) -> PlainReading {
    { node in
      let text = node.string ?? ""
      if words.contains(text) { return .form(.text(text)) }
      let nearest = Suggestion.nearest(to: text, among: words)
      return fault(
        node, "`\(text)` is \(what)",
        help: nearest.map { "did you mean `\($0)`?" } ?? "there are \(words.joined(separator: ", "))",
        replacement: nearest)
    }
  }

  /// A day, `2024-09-30`, or one of some words.
  static func day(or words: [String] = []) -> PlainReading {
    { node in
      let text = node.string ?? ""
      if words.contains(text) || isDay(text) { return .form(.text(text)) }
      let also = words.map { ", or `\($0)`" }.joined()
      return fault(node, "`\(text)` is no day", help: "write it as `2024-09-30`\(also)")
    }
  }

  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) })
    else { return false }
    return (1...12).contains(Int(parts[1]) ?? 0) && (1...31).contains(Int(parts[2]) ?? 0)
  }

  static let number: PlainReading = { node in
    if node.kind == .number { return .standard }
    guard let text = node.string, let number = Number(text: text) else {
      return fault(
        node, "this is \(node.kind.words), where a number is expected", help: "write a number, or `{gt: 0}`")
    }
    return .form(.number(number))
  }

  /// A span of time in seconds: as a number of these, or with units as in `1m30s`.
  static let seconds: PlainReading = { node in
    if node.kind == .number { return .standard }
    let text = node.string ?? ""
    guard node.kind == .string, let seconds = text == "0s" ? 0 : TimeSpan.seconds(text) else {
      return fault(node, "`\(text)` is no span of time", help: "write it as `30s` or `1m30s`")
    }
    return .form(.number(Number(seconds: seconds)))
  }

  /// Permissions, however they are written, as four octal digits.
  static let mode: PlainReading = { node in
    if let listed = FileMode.listed(node.string ?? "") {
      return fault(
        node, "the first letter of `\(node.string ?? "")` is a type, which is not asked for within a matcher",
        help: "write `\(listed.mode.symbolic)`, and `type: \(listed.type)` beside `mode`")
    }
    guard let text = node.string, let mode = FileMode(text) else {
      return fault(
        node, "`\(node.string ?? "")` is no file mode",
        help: "write it as `\"0640\"` or as `rw-r-----`")
    }
    return .form(.text(mode.octal))
  }

  static let fileType: PlainReading = { node in
    let text = node.string ?? ""
    if FileType.words.contains(text) { return .form(.text(text)) }
    let nearest = FileType.synonyms[text] ?? Suggestion.nearest(to: text, among: FileType.words)
    return fault(
      node, "`\(text)` is no type of file",
      help: nearest.map { "did you mean `\($0)`?" }
        ?? "the types are \(FileType.words.joined(separator: ", "))",
      replacement: nearest)
  }

  /// A name of a user or a group; numbers have a property of their own.
  static func accountName(_ numeric: String) -> PlainReading {
    { node in
      guard node.kind == .number else { return text(node) }
      return fault(
        node, "this is a number, where a name is expected",
        help:
          "write `\(numeric): \(node.string ?? "")`; an owner without a name is written as a text: `\"\(node.string ?? "")\"`"
      )
    }
  }

  static let sha256: PlainReading = { node in
    var text = (node.string ?? "").lowercased()
    if text.hasPrefix("sha256:") { text = String(text.dropFirst(7)) }
    let isHex = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isHex, text.utf8.count == 64 else {
      return fault(
        node, "a SHA-256 has 64 hex digits, this has \(text.utf8.count) characters",
        help: "`sha256sum FILE` prints it")
    }
    return .form(.text(text))
  }

  /// A port, or a range of ports, with its protocol, which is TCP when it is left out.
  static let port: PlainReading = { node in
    let text = node.string ?? ""
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let ends = (parts.first ?? "").split(separator: "-", omittingEmptySubsequences: false).map {
      Int($0) ?? 0
    }
    guard (1...2).contains(parts.count), (1...2).contains(ends.count), ends == ends.sorted(),
      ends.allSatisfy({ (1...65535).contains($0) })
    else {
      return fault(node, "`\(text)` is no port", help: "write `8080/tcp`")
    }
    let ports = ends.map(String.init).joined(separator: "-")
    return .form(.text(parts.count == 2 ? text.lowercased() : "\(ports)/tcp"))
  }

  private static func fault(
    _ node: DataNode, _ message: String, help: String, replacement: String? = nil
  ) -> MatcherParser.Plain {
    let edits = replacement.map { [Fix.Edit(replacing: node.contentLocation, with: $0)] } ?? []
    return .fault(
      Diagnostic(
        "spec/wrong-value", .error, message, at: node.location, help: help,
        fixes: edits.isEmpty ? [] : [Fix(.safe, edits: edits)]))
  }
}

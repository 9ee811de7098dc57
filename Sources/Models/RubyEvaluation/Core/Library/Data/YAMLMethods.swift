import DataSyntax
import Source

/// `YAML`, and `to_yaml` of all objects.
enum YAMLMethods {
  static func define(in table: CoreTable, kernel: CoreTable) {
    table.run.makeClass("SyntaxError", superclass: table.run.libraryClass("StandardError"), in: table.module)
    table.defineOnItself("load", "safe_load", "unsafe_load", arity: .from(1)) { (call) throws(Unwinding) in
      let string = try call.string(0)
      let (tree, diagnostics) = DataParser.parse(
        DerivedText(SourceFile(FileID("YAML"), bytes: string.bytes)), as: .yaml)
      guard diagnostics.isEmpty, tree.isIntact else { return call.unknown("the YAML is not followed") }
      if tree.root.kind == .missing { return .boolean(false) }
      try call.reserve(string.bytes.count * 2)
      var reader = DataReader(call, symbolizes: call.option("symbolize_names")?.truth ?? false)
      return try reader.value(of: tree.root)
    }
    table.defineOnItself(
      "load_file", "safe_load_file", "unsafe_load_file", "load_stream", "parse", "parse_file", arity: .from(1)
    ) { (call) throws(Unwinding) in try FileMethods.asked(.content, call) }
    table.defineOnItself("dump", arity: .from(1)) { (call) throws(Unwinding) in
      call.count == 1 ? try dumped(call[0], call) : call.unknown("the form of the text is not followed")
    }
    kernel.define("to_yaml", arity: .any) { (call) throws(Unwinding) in
      call.count == 0 ? try dumped(call.receiver, call) : call.unknown("the form of the text is not followed")
    }
  }

  /// Whether a plain scalar may be a time or date, or a number in an old form.
  static func isTemporal(_ text: String) -> Bool {
    guard let first = text.utf8.first, TextBytes.isDigit(first) else { return false }
    return text.utf8.allSatisfy { TextBytes.isDigit($0) || "-:.,_TtZz+ ".utf8.contains($0) }
      && text.utf8.contains { "-:,_".utf8.contains($0) }
  }

  private static func dumped(_ value: RubyValue, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    var text = "---"
    guard try append(value, to: &text, indent: 0, isItem: false, call) else {
      return call.unknown("the form of the text is not followed")
    }
    return call.make(text + "\n")
  }

  /// Appends a value behind a key, a dash or the mark of the document; false where its form is not followed.
  private static func append(
    _ value: RubyValue, to text: inout String, indent: Int, isItem: Bool, _ call: CoreCall
  ) throws(Unwinding) -> Bool {
    guard indent < 200, !call.run.budget.isDeep else { return false }
    try call.reserve(indent + 8)
    switch value.settled {
    case .array(let array) where !array.elements.isEmpty:
      for (index, element) in array.elements.enumerated() {
        text += index == 0 && isItem ? " -" : "\n" + blanks(indent) + "-"
        guard try append(element, to: &text, indent: indent + 2, isItem: true, call) else { return false }
      }
      return true
    case .hash(let hash) where !hash.isEmpty:
      for (index, entry) in hash.entries.enumerated() {
        guard let key = try scalar(entry.key, call) else { return false }
        text += (index == 0 && isItem ? " " : "\n" + blanks(indent)) + key + ":"
        // A list stands below its key without a step to the right.
        let isList = if case .array = entry.value { true } else { false }
        let below = isList ? indent : indent + 2
        guard try append(entry.value, to: &text, indent: below, isItem: false, call) else { return false }
      }
      return true
    case let other:
      guard let shown = try scalar(other, call) else { return false }
      text += shown.isEmpty ? "" : " " + shown
      return true
    }
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  private static func scalar(_ value: RubyValue, _ call: CoreCall) throws(Unwinding) -> String? {
    switch value {
    case .nil: return ""
    case .boolean(let flag): return flag ? "true" : "false"
    case .integer(let number): return String(number)
    case .float(let number): return number.isFinite ? NumericText.text(of: number) : nil
    case .array: return "[]"
    case .hash: return "{}"
    case .symbol(let symbol):
      let name = call.run.spelling(of: symbol)
      return isPlain(name) ? ":" + name : nil
    case .string(let string) where string.doubt == nil: return quoted(string.string)
    default: return nil
    }
  }

  /// A string as it is written; nil where its form is not followed.
  private static func quoted(_ text: String) -> String? {
    if text.isEmpty { return "''" }
    if isReserved(text) { return "'\(text)'" }
    if ["y", "n"].contains(text.lowercased()) { return "\"\(text)\"" }
    return isPlain(text) ? text : nil
  }

  private static func isReserved(_ text: String) -> Bool {
    if ["true", "false", "yes", "no", "on", "off", "null", "~"].contains(text.lowercased()) { return true }
    return NumericText.strictFloat(Array(text.utf8)) != nil && text.utf8.allSatisfy { $0 != 0x5F }
  }

  /// Whether a string certainly stands without quotes.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, text.utf8.count < 80 else { return false }
    guard TextBytes.isLetter(first) || first == UInt8(ascii: "/") || first == UInt8(ascii: "_"), last != 0x20
    else {
      return false
    }
    return text.utf8.allSatisfy {
      TextBytes.isLetter($0) || TextBytes.isDigit($0) || " _-./@+".utf8.contains($0)
    }
  }
}

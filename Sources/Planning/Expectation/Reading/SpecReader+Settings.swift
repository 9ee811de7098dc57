import DataSyntax
import Source

extension SpecReader {
  /// A setting of an entry that is a text; nil where it is left out, and after a fault.
  mutating func textSetting(_ name: String, _ entries: [DataEntry]) -> String? {
    setting(name, entries).flatMap { text($0) }
  }

  mutating func secondsSetting(_ name: String, _ entries: [DataEntry]) -> Double? {
    setting(name, entries).flatMap { seconds($0) }
  }

  mutating func flagSetting(_ name: String, _ entries: [DataEntry]) -> Bool? {
    setting(name, entries).flatMap { flag($0) }
  }

  mutating func flag(_ node: DataNode) -> Bool? {
    guard let flag = node.bool else {
      wrongKind(node, "true or false")
      return nil
    }
    return flag
  }

  /// For how long an entry is looked at again.
  mutating func eventually(_ entries: [DataEntry]) -> Double? { secondsSetting("eventually", entries) }

  /// A word out of a few.
  mutating func choice<Word: RawRepresentable & CaseIterable>(_ node: DataNode) -> Word?
  where Word.RawValue == String {
    if let word = node.string.flatMap(Word.init(rawValue:)) { return word }
    let words = Word.allCases.map(\.rawValue)
    unknown(
      node.string ?? "", node, among: words, help: "write one of \(words.joined(separator: ", "))")
    return nil
  }

  /// A list of words; a single text is one word.
  mutating func words(ofSetting node: DataNode) -> [String]? {
    let items = node.kind == .sequence ? node.items : [node]
    guard items.allSatisfy({ $0.isScalar && $0.kind != .null }) else {
      wrongKind(node, "a list of words", help: "write `[greet, --port, \"8080\"]`")
      return nil
    }
    return items.map { $0.string ?? "" }
  }

  /// What stands behind a key, whatever it is.
  func setting(_ name: String, _ entries: [DataEntry]) -> DataNode? {
    entries.first { $0.key.reads(name) }?.value
  }
}

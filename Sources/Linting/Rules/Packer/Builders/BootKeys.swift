import Diagnostics
import Packer
import Source

/// What a boot command types, by the grammar that all of Packer's builders share: keys, waits, and everything else as it stands.
struct BootKeys {
  enum Action { case press, hold, release }

  /// A key in its brackets.
  struct Key {
    /// In small letters, without `on` and `off`.
    let name: String
    let action: Action
    let location: Location
  }

  /// The keys in order.
  private(set) var keys: [Key] = []
  /// What looks like a key or a wait and is typed letter by letter.
  private(set) var strangers: [Located<String>] = []

  private static let names: Set = [
    "bs", "del", "enter", "esc", "return", "tab", "up", "down", "left", "right", "spacebar", "insert", "home",
    "end",
    "pageup", "pagedown", "menu", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12",
    "leftalt", "leftctrl", "leftshift", "leftsuper", "leftmeta", "rightalt", "rightctrl", "rightshift",
    "rightsuper", "rightmeta",
  ]
  /// The longest text between brackets that is looked at.
  private static let limit = 24

  /// Reads a text; what stands between `{{` and `}}` is passed over.
  mutating func read(_ text: DerivedText) {
    let bytes = text.bytes
    var offset = 0
    while offset < bytes.count {
      if bytes[offset...].starts(with: "{{".utf8) {
        offset = bytes.indices[offset...].first { bytes[$0...].starts(with: "}}".utf8) } ?? bytes.count
      } else if bytes[offset] == UInt8(ascii: "<"),
        let end = bytes[offset...].prefix(Self.limit).firstIndex(of: UInt8(ascii: ">"))
      {
        let place = text.location(of: ByteRange(offset, end + 1))
        let word = String(decoding: bytes[(offset + 1)..<end], as: UTF8.self)
        offset = read(word, at: place) ? end : offset
      }
      offset += 1
    }
  }

  /// Takes in what stands between brackets; returns whether it is a whole.
  private mutating func read(_ word: String, at place: Location) -> Bool {
    if Self.isWait(word) { return true }
    let small = word.lowercased()
    for (ending, action) in [("on", Action.hold), ("off", .release), ("", .press)]
    where small.hasSuffix(ending) {
      let name = String(small.dropLast(ending.utf8.count))
      guard Self.names.contains(name) || !ending.isEmpty && name.unicodeScalars.count == 1 else { continue }
      keys.append(Key(name: name, action: action, location: place))
      return true
    }
    guard Self.looksLikeKey(word) else { return false }
    strangers.append(Located(word, at: place))
    return true
  }

  /// `wait`, `wait5`, `wait1m20s`; in small letters alone.
  private static func isWait(_ word: String) -> Bool {
    guard word.hasPrefix("wait") else { return false }
    let span = word.dropFirst(4)
    return span.isEmpty || Int(span) != nil || GoDuration(String(span)) != nil
  }

  private static func looksLikeKey(_ word: String) -> Bool {
    guard let first = word.utf8.first, (0x61...0x7A).contains(first | 0x20) else { return false }
    return word.lowercased().hasPrefix("wait") && !word.contains("{")
      || word.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
  }

  /// What somebody meant by a word that is no key; nil where nothing is near.
  static func meant(by word: String) -> String? {
    let small = word.lowercased()
    if small.hasPrefix("wait") {
      let span = String(small.dropFirst(4).filter { $0 != " " && $0 != "_" && $0 != "-" && $0 != "," })
      return isWait("wait" + span) ? "wait" + span : nil
    }
    return synonyms[small] ?? Suggestion.nearest(to: small, among: names).map { shown[$0] ?? $0 }
  }

  private static let synonyms = [
    "space": "spacebar", "escape": "esc", "backspace": "bs", "delete": "del", "ctrl": "leftCtrl",
    "alt": "leftAlt",
    "shift": "leftShift", "super": "leftSuper", "win": "leftSuper", "cr": "return", "ret": "return",
    "pgup": "pageUp", "pgdn": "pageDown", "ins": "insert",
  ]

  /// Names that are written with capitals.
  private static let shown = [
    "pageup": "pageUp", "pagedown": "pageDown", "leftalt": "leftAlt", "leftctrl": "leftCtrl",
    "leftshift": "leftShift", "leftsuper": "leftSuper", "leftmeta": "leftMeta", "rightalt": "rightAlt",
    "rightctrl": "rightCtrl", "rightshift": "rightShift", "rightsuper": "rightSuper",
    "rightmeta": "rightMeta",
  ]
}

extension TemplateComponent {
  /// The texts that a builder types when the machine starts; empty for a component that types nothing.
  func bootTexts(in catalog: ComponentCatalog) -> [DerivedText] {
    guard kind == .builder, let type, let facts = catalog[.builder, type.value] else { return [] }
    let options = facts.rules.compactMap { rule in
      if case .form(let option, .bootCommand) = rule.demand { option } else { nil }
    }
    return options.flatMap { option -> [DerivedText] in
      guard let value = self.options.named(option)?.value else { return [] }
      return (value.kind == .list ? value.items : [value]).compactMap(\.text)
    }
  }
}

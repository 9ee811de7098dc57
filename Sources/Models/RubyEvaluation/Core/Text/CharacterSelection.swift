/// The characters that an argument of `tr`, `delete`, `count` and `squeeze` names.
struct CharacterSelection {
  /// The characters in order, ranges written out.
  private(set) var characters: [[UInt8]] = []
  private(set) var isNegated = false

  /// Reads `a-z`, `^a-z`, `\-`; raises ArgumentError for a range that goes back.
  init(_ text: [UInt8], _ call: CoreCall) throws(Unwinding) {
    var items = CharacterTable(text).characters
    if items.count > 1, items[0] == [UInt8(ascii: "^")] {
      isNegated = true
      items.removeFirst()
    }
    var index = 0
    while index < items.count {
      if items[index] == [UInt8(ascii: "\\")], index + 1 < items.count { index += 1 }
      let first = items[index]
      guard index + 2 < items.count, items[index + 1] == [UInt8(ascii: "-")] else {
        characters.append(first)
        index += 1
        continue
      }
      var end = index + 2
      if items[end] == [UInt8(ascii: "\\")], end + 1 < items.count { end += 1 }
      try add(from: first, to: items[end], call)
      index = end + 1
    }
  }

  private mutating func add(from first: [UInt8], to last: [UInt8], _ call: CoreCall) throws(Unwinding) {
    guard let low = String(decoding: first, as: UTF8.self).unicodeScalars.first?.value,
      let high = String(decoding: last, as: UTF8.self).unicodeScalars.first?.value
    else { return }
    guard low <= high else {
      let shown = String(decoding: first + [0x2D] + last, as: UTF8.self)
      throw call.raise("ArgumentError", "invalid range \"\(shown)\" in string transliteration")
    }
    try call.reserve(Int(high - low))
    for value in low...high {
      if let scalar = Unicode.Scalar(value) { characters.append(Array(String(scalar).utf8)) }
    }
  }

  /// What all selections of a call have in common.
  struct Common {
    let selections: [(members: Set<[UInt8]>, isNegated: Bool)]

    init(_ call: CoreCall) throws(Unwinding) {
      var selections: [(members: Set<[UInt8]>, isNegated: Bool)] = []
      for index in call.arguments.indices {
        let selection = try CharacterSelection(try call.string(index).bytes, call)
        selections.append((Set(selection.characters), selection.isNegated))
      }
      self.selections = selections
    }

    func contains(_ character: [UInt8]) -> Bool {
      selections.allSatisfy { $0.members.contains(character) != $0.isNegated }
    }
  }

  /// `tr`: the characters of a text exchanged for those at the same place of another selection.
  static func translated(
    _ text: [UInt8], _ call: CoreCall, squeezing: Bool
  ) throws(Unwinding) -> [UInt8] {
    let from = try CharacterSelection(try call.string(0).bytes, call)
    let to = try CharacterSelection(try call.string(1).bytes, call)
    // `^` is plain in the second one.
    let targets = (to.isNegated ? [[UInt8(ascii: "^")]] : []) + to.characters
    var map: [[UInt8]: [UInt8]] = [:]
    for (index, character) in from.characters.enumerated() where map[character] == nil {
      map[character] = targets.isEmpty ? [] : targets[min(index, targets.count - 1)]
    }
    var result: [UInt8] = []
    var previous: [UInt8]?
    for character in CharacterTable(text).characters {
      let target: [UInt8]? =
        from.isNegated ? (map[character] == nil ? targets.last ?? [] : nil) : map[character]
      guard let target else {
        result += character
        previous = nil
        continue
      }
      if squeezing, previous == target { continue }
      result += target
      previous = target
    }
    return result
  }
}

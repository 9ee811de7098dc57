import DataSyntax

/// Writes a draft in our own dialect.
package struct OvenproofWriter {
  private let draft: SpecDraft

  package init(_ draft: SpecDraft) { self.draft = draft }

  /// The whole file: comments, sections in the order in which they first occur, and what was left out.
  package var text: String {
    var blocks: [String] = []
    if !draft.header.isEmpty { blocks.append(draft.header.map(YAMLLines.comment).joined()) }
    for section in sections { blocks.append(notes(section) + body(section)) }
    if !draft.leftOut.isEmpty { blocks.append(LeftOutComment(draft.leftOut).text) }
    return blocks.joined(separator: "\n")
  }

  private var sections: [String] {
    var sections: [String] = []
    for thing in draft.things where !sections.contains(thing.section) { sections.append(thing.section) }
    return sections
  }

  private func notes(_ section: String) -> String {
    (draft.notes[section] ?? []).map(YAMLLines.comment).joined()
  }

  private func body(_ section: String) -> String {
    let things = draft.things.filter { $0.section == section }
    if let whole = things.first, whole.name.isEmpty {
      return section + ":\n" + whole.members.map(Self.entry).joined()
    }
    return section + ":\n"
      + things.map { Self.entry(JSONText.Member($0.name, .object($0.members))) }.joined()
  }

  private static func entry(_ member: JSONText.Member) -> String {
    YAMLLines.entry(
      member.key.withoutReferences, member.value.withoutReferences, indent: 2)
  }
}

extension String {
  /// The text as a spec writes it, where `${{` would begin a reference to an input.
  fileprivate var withoutReferences: String {
    let bytes = Array(utf8).replacing(Array("${{".utf8), with: Array("$${{".utf8))
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension JSONText {
  fileprivate var withoutReferences: JSONText {
    switch self {
    case .string(let text): .string(text.withoutReferences)
    case .array(let items): .array(items.map(\.withoutReferences))
    case .object(let members):
      .object(members.map { Member($0.key.withoutReferences, $0.value.withoutReferences) })
    case .null, .bool, .integer, .number: self
    }
  }
}

extension SpecDraft.Thing {
  /// Settings and assertions as the members of its map.
  var members: [JSONText.Member] {
    settings + assertions.map { JSONText.Member($0.property, $0.value) }
  }
}

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
      return section + ":\n" + whole.members.map { YAMLLines.entry($0.key, $0.value, indent: 2) }.joined()
    }
    return section + ":\n"
      + things.map { YAMLLines.entry($0.name, .object($0.members), indent: 2) }.joined()
  }
}

extension SpecDraft.Thing {
  /// Settings and assertions as the members of its map.
  var members: [JSONText.Member] {
    settings + assertions.map { JSONText.Member($0.property, $0.value) }
  }
}

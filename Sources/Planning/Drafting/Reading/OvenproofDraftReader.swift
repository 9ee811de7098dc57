import DataSyntax
import Expectation
import Source

/// Reads a sound spec of our own dialect as a draft: keys and values as they are written.
struct OvenproofDraftReader {
  private let root: DataNode

  init(_ file: SourceFile) {
    let syntax: DataSyntaxKind = file.id.path.hasSuffix(".json") ? .json : .yaml
    root = DataParser.parse(DerivedText(file), as: syntax).tree.root
  }

  var draft: SpecDraft {
    var draft = SpecDraft()
    for entry in root.entries {
      guard let section = entry.key.string, !section.hasPrefix("x-") else { continue }
      guard SpecWords.isSection(section) else {
        draft.leaveOut("`\(section)` at the root", at: entry.key.contentLocation)
        continue
      }
      if SpecWords.isSingle(section) {
        draft.things.append(thing(section, "", entry))
      } else {
        draft.things += entry.value.entries.map { thing(section, $0.key.string ?? "", $0) }
      }
    }
    return draft
  }

  private func thing(_ section: String, _ name: String, _ entry: DataEntry) -> SpecDraft.Thing {
    var thing = SpecDraft.Thing(section, name, at: entry.key.contentLocation)
    for entry in entry.value.entries {
      let key = entry.key.string ?? ""
      if SpecWords.isProperty(key, in: section) {
        let value = DraftValue(property: key).value(entry.value)
        thing.assertions.append(.init(key, value, at: entry.value.location))
      } else {
        thing.settings.append(.init(key, JSONText(entry.value)))
      }
    }
    return thing
  }
}

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
      for entry in SpecWords.isSingle(section) ? [entry] : entry.value.entries {
        if SpecWords.hasReference(entry.key, entry.value) {
          draft.leaveOut("what depends on an input of the spec", at: entry.key.contentLocation)
        } else if root["when"] != nil {
          draft.leaveOut("what is judged under the conditions at the root", at: entry.key.contentLocation)
        } else {
          draft.things.append(
            thing(section, SpecWords.isSingle(section) ? "" : entry.key.string ?? "", entry))
        }
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

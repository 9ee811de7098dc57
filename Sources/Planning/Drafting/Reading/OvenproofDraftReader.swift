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
        draft.leaveOut(
          "`\(section)` at the root: only what is asserted of an image is converted",
          at: entry.key.contentLocation)
        continue
      }
      for entry in SpecWords.isSingle(section) ? [entry] : entry.value.entries {
        let name = "`\(entry.key.string ?? "")`"
        if SpecWords.hasReference(entry.key, entry.value) {
          draft.leaveOut(
            "\(name) depends on an input of the spec: write its value out first",
            at: entry.key.contentLocation)
        } else if root["when"] != nil {
          draft.leaveOut(
            "\(name) is judged under the conditions of `when` at the root, which no other dialect has",
            at: entry.key.contentLocation)
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
    let isTyped = entry.value["type"] != nil
    for entry in entry.value.entries {
      let key = entry.key.string ?? ""
      if section == "files", key == "mode", let (type, mode) = FileMode.listed(entry.value.string ?? "") {
        let place = entry.value.location
        thing.assertions.append(.init("mode", .string(mode.octal), at: place))
        if !isTyped { thing.assertions.append(.init("type", .string(type), at: place)) }
      } else if SpecWords.isProperty(key, in: section) {
        let value = DraftValue(property: key).value(entry.value)
        thing.assertions.append(.init(key, value, at: entry.value.location))
      } else {
        thing.settings.append(.init(key, JSONText(entry.value)))
      }
    }
    return thing
  }
}

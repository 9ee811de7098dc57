package import Diagnostics
import Image
package import Lint
import Packer
import Source

/// Reports names and tags of images that docker refuses: before all else, or once all else is done.
package struct InvalidImageName: TemplateRule {
  package static let id: RuleID = "packer/invalid-image-name"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    var known: Set<Location> = []
    func names(_ option: String, of component: ConfiguredComponent) -> [Located<RunText>] {
      component.options.texts(option).filter { text in
        text.value.typical.map { !$0.isEmpty && !Self.isFilledIn($0) } == true
          && !readsNothing(text.location, in: template)
          && known.insert(text.location).inserted
      }
    }
    for build in template.evaluation.builds {
      if build.builder.type.value == "docker" {
        for image in names("image", of: build.builder) { _ = check(name: image, &findings) }
      }
      for component in build.postProcessors.joined()
      where ["docker-tag", "docker-import"].contains(component.type.value) {
        let repositories = names("repository", of: component)
        let tags = names("tag", of: component) + names("tags", of: component)
        for repository in repositories { check(repository: repository, isTagged: !tags.isEmpty, &findings) }
        for tag in tags { check(tag: tag, &findings) }
      }
    }
  }

  /// The reference that a name is; nil where docker refuses it, which is told.
  private func check(name: Located<RunText>, _ findings: inout Findings) -> ImageReference? {
    switch ImageReference.parse(name.value.typical ?? "") {
    case .success(let reference): return reference
    case .failure(let fault):
      findings.add(
        "docker refuses the name `\(name.value.shown)`: \(fault.message)", at: name.location,
        help: Self.lowered(name.value).map { "write `\($0)`" }
          ?? "write lower case letters, digits, `.`, `_` and `-`, parted by `/`")
      return nil
    }
  }

  /// The whole name with small letters, its tag and digest left as they are; nil where that does not mend it.
  private static func lowered(_ name: RunText) -> String? {
    guard let written = name.complete, name.shown == written else { return nil }
    let path = written.utf8.prefix { $0 != UInt8(ascii: "@") }
    let slash = path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
    let end = path[slash...].firstIndex(of: UInt8(ascii: ":")) ?? path.endIndex
    let lowered = written[..<end].lowercased() + written[end...]
    guard lowered != written, case .success = ImageReference.parse(lowered) else { return nil }
    return lowered
  }

  /// What an image is to be called: a tag is put behind it where one is given, and a digest cannot be chosen.
  private func check(repository: Located<RunText>, isTagged: Bool, _ findings: inout Findings) {
    guard let reference = check(name: repository, &findings) else { return }
    if reference.digest != nil {
      findings.add(
        "docker refuses the name `\(repository.value.shown)`: an image cannot be given a digest",
        at: repository.location, help: "leave `@` and what follows out")
    } else if let tag = reference.tag, isTagged {
      findings.add(
        "docker refuses the name `\(repository.value.shown)` with a tag behind it: it holds `:\(tag)` already",
        at: repository.location, help: "leave `:\(tag)` out, and name it among the tags")
    }
  }

  private func check(tag: Located<RunText>, _ findings: inout Findings) {
    for part in (tag.value.typical ?? "").split(separator: ",") where !Self.isTag(part.utf8) {
      findings.add(
        "docker refuses the tag `\(tag.value.shown)`", at: tag.location,
        help: tag.value.holes.isEmpty
          ? "write up to 128 letters, digits, `.`, `_` and `-`, the first no `.` or `-`"
          : "what a clock writes holds other signs: give it a layout such as {{isotime `20060102-150405`}}")
    }
  }

  /// Whether a text holds the place of what somebody, or another tool, writes there first: `${NAME}`, `<ORG>`.
  private static func isFilledIn(_ text: String) -> Bool {
    text.contains("${") || text.contains("<") || text.contains("{{")
  }

  /// Whether a variable without a value has a part in a text: what it is to be is given where it is built.
  private func readsNothing(_ place: Location, in template: LintedTemplate) -> Bool {
    template.evaluation.variableUses.contains { use in
      guard use.location.file == place.file, place.range.contains(use.location.range) else { return false }
      return template.evaluation.variables[use.value]?.value?.complete?.isEmpty != false
    }
  }

  /// Whether a text is a tag; blanks around one of a list count as nothing.
  private static func isTag(_ text: Substring.UTF8View) -> Bool {
    let blanks = text.drop { $0 == 0x20 }
    let word = blanks.prefix { $0 != 0x20 }
    guard let first = word.first, blanks.dropFirst(word.count).allSatisfy({ $0 == 0x20 }), word.count <= 128,
      first != UInt8(ascii: "."), first != UInt8(ascii: "-")
    else { return false }
    return word.allSatisfy { byte in
      0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || "._-".utf8.contains(byte)
    }
  }
}

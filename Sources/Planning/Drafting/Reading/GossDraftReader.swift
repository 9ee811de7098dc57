import DataSyntax
import Expectation
import Goss
import Source

/// Reads a goss file, includes and all, as a draft.
struct GossDraftReader {
  private static let sections = [
    "file": "files", "package": "packages", "user": "users", "group": "groups", "command": "commands",
  ]
  /// Attributes that are called otherwise here.
  private static let properties = ["filetype": "type", "linked-to": "target", "contains": "contents"]
  private static let settings: Set<String> = [
    "title", "skip", "path", "name", "username", "groupname", "exec", "timeout",
  ]
  private static let presences = [
    "file": "exists", "package": "installed", "user": "exists", "group": "exists",
  ]

  private let spec: GossSpec

  init(_ spec: GossSpec) { self.spec = spec }

  var draft: SpecDraft {
    var draft = SpecDraft()
    for resource in spec.resources { add(resource, to: &draft) }
    return draft
  }

  private func add(_ resource: GossResource, to draft: inout SpecDraft) {
    let what = "\(resource.word) `\(resource.name)`"
    guard let section = Self.sections[resource.word] else {
      let reason =
        resource.word == "matching"
        ? "it compares a value of the file itself, which says nothing of an image"
        : "resources of this type are not converted yet: write it by hand"
      return draft.leaveOut("\(what): \(reason)", at: resource.origin)
    }
    let name: String
    do throws(Inexpressible) {
      name = try self.name(of: resource)
      if let presence = Self.presences[resource.word] ?? (resource.word == "command" ? "exit-status" : nil),
        resource.attributes[presence] == nil
      {
        throw Inexpressible("goss fails for want of `\(presence)`")
      }
    } catch {
      return draft.leaveOut("\(what): \(error.reason)", at: resource.origin)
    }
    var thing = SpecDraft.Thing(
      section, name, at: resource.origin, settings: settings(of: resource, named: name))
    let written = resource.attributes.sorted { $0.value.location < $1.value.location }
    for (attribute, node) in written where !Self.settings.contains(attribute) {
      let property = Self.properties[attribute] ?? attribute
      do throws(Inexpressible) {
        guard resource.isAsserted(attribute) else { throw Inexpressible("only goss has it") }
        guard let value = resource.value(of: attribute), value != .null else { continue }
        if property == "size", !Self.hasSizeHere(resource) {
          throw Inexpressible(
            "to Ovenproof a folder has no size: assert `filetype: file` beside it, so that it is none")
        }
        let read = try GossDraftValue(section: section, property: property).value(value)
        thing.assertions.append(.init(read.property, read.value, at: node.location))
      } catch {
        draft.leaveOut("`\(attribute)` of \(what): \(error.reason)", at: node.location)
      }
    }
    if !thing.assertions.isEmpty { draft.things.append(thing) }
  }

  /// Whether a file is none without a size here, or else fails anyway: whose contents are read is no folder.
  private static func hasSizeHere(_ resource: GossResource) -> Bool {
    if let type = resource.text("filetype") { return ["file", "symlink"].contains(type) }
    return ["contents", "contains", "md5", "sha256", "sha512"].contains { attribute in
      guard let value = resource.value(of: attribute) else { return false }
      return value != .null && value != .array([])
    }
  }

  private func name(of resource: GossResource) throws(Inexpressible) -> String {
    let subject = resource.subject
    guard !subject.isEmpty else { throw Inexpressible("it has no name") }
    switch resource.word {
    case "file":
      guard subject.hasPrefix("/") else { throw Inexpressible("the path does not begin with `/`") }
      guard !subject.split(separator: "/").contains("..") else { throw Inexpressible("the path holds `..`") }
      return DraftPath.literal(subject)
    case "package":
      guard !subject.contains(where: { "*?[".contains($0) }) else {
        throw Inexpressible(
          "it is a pattern of names, which specs of Ovenproof have only for paths: name each package")
      }
      return subject
    case "command": return resource.name
    default: return subject
    }
  }

  private func settings(of resource: GossResource, named name: String) -> [JSONText.Member] {
    var settings: [JSONText.Member] = []
    let isNamedOtherwise = resource.word != "command" && resource.subject != resource.name
    let title = resource.title.isEmpty && isNamedOtherwise ? resource.name : resource.title
    if !title.isEmpty { settings.append(.init("title", .string(title))) }
    if resource.isSkipped { settings.append(.init("skip", .string("skipped in \(spec.file.path)"))) }
    guard resource.word == "command" else { return settings }
    if resource.subject != resource.name { settings.append(.init("exec", .string(resource.subject))) }
    if case .integer(let milliseconds)? = resource.value(of: "timeout"), milliseconds > 0 {
      let isWhole = milliseconds.isMultiple(of: 1000)
      settings.append(.init("timeout", .string(isWhole ? "\(milliseconds / 1000)s" : "\(milliseconds)ms")))
    }
    return settings
  }
}

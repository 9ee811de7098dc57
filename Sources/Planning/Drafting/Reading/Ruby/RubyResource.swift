import Expectation
import RubySyntax

/// What a `describe` is about: a resource that an image at rest or a command answers.
struct RubyResource {
  let section: String
  let name: String
  /// The values in it, where it is a file of a format.
  let document: RubyDocument?

  private static let sections = [
    "file": "files", "directory": "files", "link": "files", "package": "packages", "user": "users",
    "group": "groups",
    "command": "commands",
  ]

  init(_ node: RubyNode, in tree: RubyTree) throws(Inexpressible) {
    guard case .call(let call) = tree.shape(of: node), call.receiver == nil else {
      throw Inexpressible("resources of this name cannot be converted")
    }
    let word = tree.spelling(of: call.selector)
    document = RubyDocument.formats.contains(word) ? RubyDocument(format: word) : nil
    guard let section = document == nil ? Self.sections[word] : "files" else {
      let isRunning = [
        "service", "port", "process", "interface", "host", "http", "selinux", "systemd_service",
      ].contains(word)
      throw Inexpressible(
        isRunning
          ? "resources of this type are not converted yet: write it by hand"
          : "specs of Ovenproof have no such resource")
    }
    let arguments = Array(tree.nodes(in: call.arguments))
    guard arguments.count == 1, let name = arguments.first.flatMap(tree.constantText(of:)), !name.isEmpty
    else {
      throw Inexpressible("its name is not written out")
    }
    self.section = section
    guard section == "files" else {
      self.name = name
      return
    }
    guard name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
      throw Inexpressible("the path is not absolute")
    }
    self.name = DraftPath.literal(name)
  }

  /// The property that `its` names; nil where it is not written out.
  func property(_ node: RubyNode, in tree: RubyTree) -> String? {
    document == nil ? tree.constantText(of: node) : RubyDocument.path(node, in: tree)
  }
}

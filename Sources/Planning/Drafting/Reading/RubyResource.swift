import Expectation
import RubySyntax

/// What a `describe` is about: a resource that an image at rest or a command answers.
struct RubyResource {
  let section: String
  let name: String

  private static let sections = [
    "file": "files", "directory": "files", "link": "files", "package": "packages", "user": "users",
    "group": "groups",
    "command": "commands",
  ]

  init(_ node: RubyNode, in tree: RubyTree) throws(Inexpressible) {
    guard case .call(let call) = tree.shape(of: node), call.receiver == nil else {
      throw Inexpressible("it is no resource that is known here")
    }
    let word = tree.spelling(of: call.selector)
    guard let section = Self.sections[word] else {
      let isRunning = [
        "service", "port", "process", "interface", "host", "http", "selinux", "systemd_service",
      ].contains(word)
      throw Inexpressible(
        isRunning ? "it is not converted yet" : "there is no such resource here")
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
}

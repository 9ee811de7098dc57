import Diagnostics
import Project
import RubySyntax
import Source

/// A resource as a file of a cookbook declares it: a call with a name and, mostly, a block of properties.
struct DeclaredResource {
  let file: ProjectRubyFile
  /// Where the call stands in the outline.
  let place: Int
  let type: String

  /// The resources of a type that have one of the given names, in the order of the file.
  static func all(of types: [String], in file: ProjectRubyFile) -> [DeclaredResource] {
    let found = types.flatMap { type in
      file.outline.places(of: type).filter { file.declares(at: $0) }.map {
        DeclaredResource(file: file, place: $0, type: type)
      }
    }
    return found.sorted { $0.place < $1.place }
  }

  /// The types that put a file or folder with a mode on the disk.
  static let fileTypes = [
    "cookbook_file", "directory", "file", "remote_directory", "remote_file", "template",
  ]

  /// The name where it is the same in every run.
  var name: String? { file.outline.arguments(at: place).first.flatMap(file.tree.constantText) }

  /// What it is called in messages.
  var words: String { name.map { "`\(type)[\($0)]`" } ?? "`\(type)`" }

  /// The place of its type's name.
  var location: Location {
    guard let call = file.outline.call(at: place) else { return file.tree.text.whole }
    return file.tree.location(of: call.selector)
  }

  /// Whether some runs go without declaring it.
  var isConditional: Bool { file.outline.calls[place].isConditional }

  /// The places of the calls that set something, by the name of the property.
  func properties(_ name: String) -> [Int] {
    file.outline.places(of: name, inBlockAt: place).filter { file.outline.call(at: $0)?.receiver == nil }
  }

  /// The value that is given to a property, the last time.
  func value(_ property: String) -> RubyNode? {
    properties(property).last.flatMap { file.outline.arguments(at: $0).first }
  }

  /// The text that is given to a property, the same in every run.
  func text(_ property: String) -> String? { value(property).flatMap(file.tree.constantText) }

  /// The symbols of its `action`; nil where it has none or they are not written out.
  var actions: [String]? {
    guard let value = value("action") else { return nil }
    switch file.tree.shape(of: value) {
    case .array(let list):
      let names = file.tree.nodes(in: list).compactMap(file.tree.constantText)
      return names.count == list.count ? names : nil
    default: return file.tree.constantText(of: value).map { [$0] }
    }
  }

  /// Whether something decides during the run whether it does anything.
  var isGuarded: Bool {
    !properties("only_if").isEmpty || !properties("not_if").isEmpty || actions?.contains("nothing") == true
  }
}

extension ProjectRubyFile {
  /// Whether the call at a place is of the kind that declares a resource: no receiver, a name or a block.
  fileprivate func declares(at place: Int) -> Bool {
    guard let call = outline.call(at: place), call.receiver == nil else { return false }
    return call.block != nil || !call.arguments.isEmpty
  }

  /// How grave something is that breaks the run where the call at a place is met.
  func gravity(at place: Int) -> Severity {
    isLoaded && !outline.calls[place].isConditional ? .error : .warning
  }

  /// The place of the method's name in the call at a place.
  func selector(at place: Int) -> Location? {
    outline.call(at: place).map { tree.location(of: $0.selector) }
  }

  /// The path of constants that a call is sent to, `Chef::Application`.
  func receiver(at place: Int) -> String? {
    outline.call(at: place)?.receiver.flatMap(tree.constantPath)
  }

  /// Whether a call is sent to `node`.
  func isSentToNode(at place: Int) -> Bool {
    guard let receiver = outline.call(at: place)?.receiver else { return false }
    return isNode(receiver)
  }

  /// Whether a value is `node`.
  func isNode(_ value: RubyNode) -> Bool {
    guard let call = outline.call(of: value) else { return false }
    return call.receiver == nil && call.arguments.isEmpty && tree.spelling(of: call.selector) == "node"
  }

  /// Whether a value is an attribute of the top level, `node['platform']`.
  func isAttribute(_ name: String, _ value: RubyNode) -> Bool {
    guard let call = outline.call(of: value), let receiver = call.receiver, isNode(receiver) else {
      return false
    }
    if call.form == .index {
      let arguments = tree.nodes(in: call.arguments)
      return arguments.count == 1 && arguments.first.flatMap(tree.constantText) == name
    }
    return call.arguments.isEmpty && tree.spelling(of: call.selector) == name
  }
}

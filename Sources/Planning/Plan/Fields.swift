import Packer
import Project
import Source

/// The values of the fields (`{{.Path}}`) with which an option is rendered while the build runs.
struct Fields {
  let texts: [String: RunText]
  let flags: [String: Bool]

  init(_ texts: [String: RunText], flags: [String: Bool] = [:]) {
    self.texts = texts
    self.flags = flags
  }
}

extension Options {
  /// An option with its fields filled in; nil where nothing is written.
  func rendered(_ name: String, _ fields: Fields) -> RunText? {
    rendered(list: name, fields).first
  }

  /// The items of an option with their fields filled in.
  func rendered(list name: String, _ fields: Fields) -> [RunText] {
    texts(name).map(\.value).filter { !$0.isEmpty }
  }
}

extension ProvisionerInput {
  /// An option with its fields filled in; nil where nothing is written.
  func rendered(_ name: String, _ fields: Fields) -> RunText? { options.rendered(name, fields) }

  /// The items of an option with their fields filled in.
  func rendered(list name: String, _ fields: Fields) -> [RunText] { options.rendered(list: name, fields) }

  /// The file that an option names with its fields filled in; nil where nothing is written.
  func renderedFile(_ name: String, _ fields: Fields) -> RunText? {
    guard let path = text(name) else { return nil }
    return RunText([.hole(.function("content of \(path.shown)"))])
  }
}

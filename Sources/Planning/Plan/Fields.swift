import Packer
import Project
import Source

/// The values of the fields (`{{.Path}}`) with which an option is rendered while the build runs.
struct Fields {
  let values: [String: DeferredText.Field]

  init(_ texts: [String: RunText], flags: [String: Bool] = [:]) {
    values = texts.mapValues(DeferredText.Field.text)
      .merging(flags.mapValues(DeferredText.Field.flag)) { _, flag in flag }
  }
}

extension Options {
  /// The items of an option with their fields filled in; one that cannot be rendered is a hole of its name.
  func rendered(list name: String, _ fields: Fields) -> [RunText] {
    values(name).compactMap { value in
      let text: Known<RunText> =
        if case .deferred(let text) = value.content {
          text.render(fields: fields.values)
        } else {
          value.text.map(\.value)
        }
      switch text {
      case .absent: return nil
      case .value(let text): return text.isEmpty ? nil : text
      case .unknown: return RunText([.hole(.function(name))])
      }
    }
  }
}

extension ProvisionerInput {
  /// An option with its fields filled in; nil where nothing is written.
  func rendered(_ name: String, _ fields: Fields) -> RunText? { rendered(list: name, fields).first }

  /// The items of an option with their fields filled in.
  func rendered(list name: String, _ fields: Fields) -> [RunText] {
    options.rendered(list: name, fields)
  }

  /// The file that an option names with its fields filled in; nil where nothing is written.
  func renderedFile(_ name: String, _ fields: Fields) -> RunText? {
    guard let path = text(name) else { return nil }
    let unread = RunText([.hole(.function("content of \(path.shown)"))])
    guard let written = path.complete, let file = project.sources[FileID(project.paths.path(written))]
    else { return unread }
    let template = DeferredText(
      default: String(decoding: file.bytes, as: UTF8.self),
      at: Location(file.id, ByteRange(0, file.bytes.count)))
    return template.render(fields: fields.values).value ?? unread
  }
}

import Packer
import Source

/// What a step of a build makes, as far as the next post-processor has to know it.
enum Artifact: Hashable {
  /// An image that docker knows: of a commit without a name, else under the names of a tag or an import.
  case image(names: [String])
  /// A tar of a container's file system.
  case exported
  /// Nothing at all, under the name that docker-import takes.
  case discarded
  /// An image that was pushed: no docker post-processor takes it.
  case pushed
  /// Plain files.
  case files
  /// Files that artifice gathered.
  case gathered
  /// A product of another builder.
  case foreign(String)

  /// What a builder leaves behind.
  init(of build: Build) {
    let options = build.builder.options
    guard build.builder.type.value == "docker" else {
      self = .foreign(build.builder.type.value)
      return
    }
    if options.flag("commit") == true {
      self = .image(names: [])
    } else {
      self = options.text("export_path").value == nil ? .discarded : .exported
    }
  }

  /// How people call it.
  var words: String {
    switch self {
    case .image: "an image"
    case .exported: "an exported file"
    case .discarded: "a container that is thrown away"
    case .pushed: "an image that was pushed"
    case .files: "plain files"
    case .gathered: "the files of artifice"
    case .foreign(let builder): "what builder `\(builder)` makes"
    }
  }
}

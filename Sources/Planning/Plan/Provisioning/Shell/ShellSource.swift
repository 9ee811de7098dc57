import Packer

/// A script that a shell provisioner runs: a file of the host, or lines in the template.
enum ShellSource {
  case file(RunText)
  case inline(RunText, lineCount: Int)

  /// The scripts of a component in the order in which they run.
  static func all(of input: ProvisionerInput, defaultShebang: RunText) -> [ShellSource] {
    var sources = input.texts("scripts").map(ShellSource.file)
    if let script = input.text("script") { sources.append(.file(script)) }
    let lines = input.texts("inline")
    if !lines.isEmpty {
      let shebang = input.text("inline_shebang", default: defaultShebang)
      let text = (["#!\(shebang)"] + lines).map { "\($0)\n" as RunText }.joined(by: "")
      sources.append(.inline(text, lineCount: lines.count))
    }
    return sources
  }

  /// How people call it.
  var name: String {
    switch self {
    case .file(let path): path.shown
    case .inline(_, 1): "an inline line"
    case .inline(_, let count): "\(count) inline lines"
    }
  }

  /// What is uploaded; Windows line ends are turned into plain ones unless the script is binary.
  func content(isBinary: Bool) -> FileUpload.Content {
    switch self {
    case .file(let path): isBinary ? .file(path) : .textFile(path)
    case .inline(let text, _): .generated(isBinary ? text : text.replacing("\r\n", with: "\n"))
    }
  }

  /// All scripts in a few words.
  static func summary(of sources: [ShellSource]) -> String {
    switch sources.count {
    case 0: "nothing"
    case 1...3: sources.map(\.name).joined(separator: ", ")
    default: "\(sources[0].name) and \(sources.count - 1) more scripts"
    }
  }
}

import DataSyntax
import Host
import Source

/// Reads the entries of a file that says where cookbooks come from.
struct SourceFileReader {
  let file: CookbookSourceFile
  private(set) var sources: [CookbookSource] = []
  private(set) var faults: [ChefFault] = []

  init(_ file: CookbookSourceFile) { self.file = file }

  mutating func read(from store: inout SourceStore) {
    guard let text = try? store.read(file.path) else { return }
    switch file.kind {
    case .berksfile, .policyfile, .cheffile: readRuby(text, in: store.files)
    case .berksfileLock, .cheffileLock: readLines(text)
    case .policyfileLock: readJSON(text)
    }
  }

  private mutating func readRuby(_ text: SourceFile, in files: any FileTree) {
    let declarations = Declarations.read(text, as: .sources, in: files)
    var seen: Set<String> = []
    for call in declarations["cookbook"] {
      guard let name = call.arguments.first?.locatedString else { continue }
      let options = call.arguments.last ?? PlainValue(.null, at: call.location)
      let source = CookbookSource(
        cookbook: name, constraint: call.arguments.dropFirst().first?.string, origin: origin(options),
        folder: options["path"]?.locatedString, file: file)
      sources.append(source)
      check(source, in: files)
      // Groups may name a cookbook again, where a Berksfile alone knows them.
      if !call.isInBlock, call.certainty == .sure, !seen.insert(name.value).inserted {
        faults.append(ChefFault(.doubledSource(cookbook: name.value), at: name.location))
      }
    }
  }

  private func origin(_ options: PlainValue) -> String? {
    for key in ["path", "git", "github", "gitlab", "artifactory", "supermarket", "chef_server"] {
      if let text = options[key]?.string { return "from \(key) \(text)" }
    }
    return nil
  }

  private mutating func check(_ source: CookbookSource, in files: any FileTree) {
    guard let folder = source.folder, !folder.value.hasPrefix("~"), !folder.value.isEmpty else { return }
    let start = folder.value.hasPrefix("/") || file.folder.isEmpty ? "" : file.folder + "/"
    guard files.status(start + folder.value) == nil else { return }
    faults.append(
      ChefFault(.missingSourcePath(folder.value, cookbook: source.cookbook.value), at: folder.location))
  }

  /// Of a lock, the names that stand indented by two or four blanks, with a version behind them.
  private mutating func readLines(_ text: SourceFile) {
    for line in 1...max(1, text.lines.starts.count) {
      let range = text.lines.range(ofLine: line)
      let bytes = text.bytes[range.indices]
      let indent = bytes.prefix { $0 == 0x20 }.count
      let name = bytes.dropFirst(indent).prefix { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D }
      let rest = bytes.dropFirst(indent + name.count + 1)
      guard (2...4).contains(indent), !name.isEmpty, rest.first == UInt8(ascii: "("),
        let close = rest.firstIndex(of: UInt8(ascii: ")"))
      else { continue }
      let version = String(decoding: rest[(rest.startIndex + 1)..<close], as: UTF8.self)
      let place = Location(text.id, ByteRange(name.startIndex, name.endIndex))
      sources.append(
        CookbookSource(
          cookbook: Located(String(decoding: name, as: UTF8.self), at: place), constraint: version,
          origin: nil,
          folder: nil, file: file))
    }
  }

  private mutating func readJSON(_ text: SourceFile) {
    let root = DataParser.parse(DerivedText(text), as: .json).tree.root
    for entry in root["cookbook_locks"]?.entries ?? [] {
      sources.append(
        CookbookSource(
          cookbook: Located(entry.key.string ?? "", at: entry.key.contentLocation),
          constraint: entry.value["version"]?.string, origin: nil, folder: nil, file: file))
    }
  }
}

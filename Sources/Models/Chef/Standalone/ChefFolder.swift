package import Host
import Source

/// A folder of Chef code that is looked at without a template: a cookbook by itself, or a repository of cookbooks.
package struct ChefFolder: Sendable {
  package enum Kind: Sendable, Hashable {
    case cookbook(name: String)
    case repository
  }

  /// As the file tree knows it; `.` for the folder of the run.
  package let path: String
  package let kind: Kind
  /// What every run of the folder is given.
  let setup: ChefSetup

  /// Tells what a folder is; nil where it is neither.
  package static func find(_ path: String, from store: inout SourceStore) -> ChefFolder? {
    let path = path.isEmpty ? "." : path
    let reader = ChefFolderReader(path: path, files: store.files)
    if reader.isCookbook(path) { return reader.cookbook(from: &store) }
    return reader.repository()
  }

  /// The cookbook that a file lies in; nil for none.
  package static func cookbook(around path: String, in files: any FileTree) -> String? {
    let reader = ChefFolderReader(path: path, files: files)
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    while true {
      let folder = parts.isEmpty ? "." : parts.joined(separator: "/")
      if !folder.isEmpty, reader.isCookbook(folder) { return folder }
      guard parts.popLast() != nil else { return nil }
    }
  }

  /// The names of all its own cookbooks, sorted.
  func cookbooks(in files: any FileTree) -> [String] {
    if case .cookbook(let name) = kind { return [name] }
    return CookbookCollection(setup.cookbookPaths, in: files).names
  }
}

/// Looks around in a folder of Chef code.
struct ChefFolderReader {
  let path: String
  let files: any FileTree

  private static let cookbookPaths = ["cookbooks", "site-cookbooks", "berks-cookbooks", "vendor/cookbooks"]

  /// Whether a folder is a cookbook: by its metadata, or by its recipes.
  func isCookbook(_ folder: String) -> Bool {
    let hasMetadata = MetadataReader.fileNames.contains {
      files.status(Cookbook.path($0, in: folder))?.kind == .file
    }
    return hasMetadata
      || ((try? files.list(Cookbook.path("recipes", in: folder))) ?? []).contains { $0.hasSuffix(".rb") }
  }

  /// The folder as a cookbook, known by the name in its metadata whatever the folder is called.
  func cookbook(from store: inout SourceStore) -> ChefFolder {
    let name = name(of: path, from: &store)
    let reason = UnknownReason("cookbook `\(name)` lies by itself: what it depends on comes from elsewhere")
    var setup = bare()
    setup.singleCookbooks = siblings()
    for (name, folder) in namedFolders(from: &store) { setup.singleCookbooks[name] = folder }
    setup.singleCookbooks[name] = path
    setup.furtherCookbooks = reason
    setup.rolesPath = .unknown(reason)
    setup.environmentsPath = .unknown(reason)
    setup.dataBagsPath = .unknown(reason)
    return ChefFolder(path: path, kind: .cookbook(name: name), setup: setup)
  }

  /// The folder as a repository: by folders of cookbooks, or because it is one itself.
  func repository() -> ChefFolder? {
    var paths = Self.cookbookPaths.map { Cookbook.path($0, in: path) }.filter { isFolder($0) }
    if paths.isEmpty, cookbooks(in: path).contains(where: isCookbook) { paths = [path] }
    guard !paths.isEmpty || isFolder(Cookbook.path("roles", in: path)) else { return nil }
    var setup = bare()
    setup.cookbookPaths = paths.prefix(1).map { Located($0, at: start) }
    // Cookbooks of one's own lie over those that are brought; what is brought fills in what is missing.
    for further in paths.dropFirst() {
      for folder in cookbooks(in: further) where isCookbook(folder) {
        let name = Self.lastPart(of: folder)
        let isOwn = further.hasSuffix("site-cookbooks")
        guard isOwn || !isFolder(Cookbook.path(name, in: paths[0])) else { continue }
        if setup.singleCookbooks[name] == nil { setup.singleCookbooks[name] = folder }
      }
    }
    if let source = sourceFile() {
      setup.furtherCookbooks = UnknownReason("`\(source)` says where cookbooks come from")
    } else if paths.isEmpty {
      setup.furtherCookbooks = UnknownReason("the repository holds no cookbooks")
    }
    setup.rolesPath = folder("roles")
    setup.environmentsPath = folder("environments")
    setup.dataBagsPath = folder("data_bags")
    return ChefFolder(path: path, kind: .repository, setup: setup)
  }

  private func bare() -> ChefSetup {
    var setup = ChefSetup(origin: start)
    setup.nearbyFolders = [path]
    return setup
  }

  /// Where what nobody names is placed.
  private var start: Location { Location(FileID(path), ByteRange(at: 0)) }

  /// A folder of the repository; where there is none, a server may have what it would hold.
  private func folder(_ name: String) -> Known<Located<String>> {
    let folder = Cookbook.path(name, in: path)
    if isFolder(folder) { return .value(Located(folder, at: start)) }
    return .unknown(UnknownReason("the repository has no folder `\(name)`"))
  }

  /// The first file that says where cookbooks come from.
  private func sourceFile() -> String? {
    CookbookSourceFile.Kind.allCases.map { Cookbook.path($0.rawValue, in: path) }.first {
      files.status($0)?.kind == .file
    }
  }

  private func name(of folder: String, from store: inout SourceStore) -> String {
    let metadata = MetadataReader.metadata(of: "", in: folder, from: &store)
    if let name = metadata.name.value?.value { return name }
    return Self.lastPart(of: folder == "." ? files.workingDirectory : folder)
  }

  /// The cookbooks beside the folder, by the names of their folders.
  private func siblings() -> [String: String] {
    var found: [String: String] = [:]
    for folder in cookbooks(in: parent) {
      let hasMetadata = MetadataReader.fileNames.contains { files.status("\(folder)/\($0)")?.kind == .file }
      if hasMetadata { found[Self.lastPart(of: folder)] = folder }
    }
    return found
  }

  /// The cookbooks that a Berksfile, Policyfile or Cheffile of the folder names by their path.
  private func namedFolders(from store: inout SourceStore) -> [String: String] {
    var found: [String: String] = [:]
    for kind in [CookbookSourceFile.Kind.berksfile, .policyfile, .cheffile] {
      var reader = SourceFileReader(
        CookbookSourceFile(kind: kind, path: Cookbook.path(kind.rawValue, in: path)))
      reader.read(from: &store)
      for source in reader.sources {
        guard let folder = source.folder?.value, !folder.hasPrefix("~") else { continue }
        let place = folder.hasPrefix("/") ? folder : Cookbook.path(Self.trimmed(folder), in: path)
        if isCookbook(place) { found[source.cookbook.value] = place }
      }
    }
    return found
  }

  private func cookbooks(in folder: String) -> [String] {
    ((try? files.list(folder)) ?? []).filter { !$0.hasPrefix(".") }.map { Cookbook.path($0, in: folder) }
      .filter(isFolder)
  }

  private func isFolder(_ path: String) -> Bool { files.status(path)?.kind == .directory }

  /// The folder above.
  private var parent: String {
    if path == "." { return ".." }
    guard let slash = path.lastIndex(of: "/") else { return path.hasPrefix("..") ? "../.." : "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path without what says nothing: `./` in front, `/` behind.
  private static func trimmed(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  private static func lastPart(of path: String) -> String {
    String(path.fileName)
  }
}

import Host
import RubyEvaluation

/// `require` and its like: files of the cookbooks are loaded, libraries of Ruby are there or not read.
struct LibraryLoader {
  private let compiler: RecipeCompiler

  init(_ compiler: RecipeCompiler) { self.compiler = compiler }

  func load(_ library: RubyLibrary) throws(Unwinding) -> RubyValue? {
    if library.manner == .relative, let asker = library.asker?.path {
      return try loadFile(Self.path(library.name, beside: asker), library)
    }
    if library.name.hasPrefix("/") || library.name.contains("..") || isOfCookbook(library.name) {
      return try loadFile(library.name, library)
    }
    if Self.present.contains(library.name) || isOfClient(library.name) {
      return .boolean(true)
    }
    compiler.unreadLibraries.append(library.name)
    return .unknown(RubyUnknown("the library `\(library.name)` is not read", at: library.place))
  }

  /// Whether a name is the path of a cookbook's file. Below a cookbook that is the folder itself lies every name.
  private func isOfCookbook(_ name: String) -> Bool {
    [name, name + ".rb"].contains { compiler.status(ofCookbookPath: $0) == .file }
  }

  /// Whether a library is a part of Chef: gems put theirs below `chef/`, too.
  private func isOfClient(_ name: String) -> Bool {
    let parts = name.split(separator: "/")
    guard parts.count > 1, parts[0] == "chef" else { return parts.first == "ohai" }
    return parts.dropFirst().allSatisfy { ChefConstantNames.have(wordsJoined: $0) }
  }

  private func loadFile(_ path: String, _ library: RubyLibrary) throws(Unwinding) -> RubyValue? {
    let name = path.hasSuffix(".rb") ? path : path + ".rb"
    if compiler.loadedFiles.contains(name) { return .boolean(false) }
    guard let program = try compiler.program(at: name) else {
      if library.manner == .relative, isMissing(name, beside: library.asker) {
        throw compiler.run.raise("LoadError", "cannot load such file -- \(library.name)", at: library.place)
      }
      return .unknown(RubyUnknown("the file `\(name)` is not there", at: library.place))
    }
    compiler.loadedFiles.insert(name)
    try compiler.evaluateAtTop(program, at: library.place)
    return .boolean(true)
  }

  /// Whether a cookbook lacks a file that one of its own asks for.
  private func isMissing(_ path: String, beside asker: RubyProgram?) -> Bool {
    guard let asker, let owner = compiler.input.run.closure.order.first(where: { $0.holds(asker.path) })
    else {
      return false
    }
    let folder = owner.path + "/"
    return path.hasPrefix(folder) && compiler.store.files.status(path) == nil
      && compiler.store.files.status(String(path.dropLast(3)) + ".so") == nil
  }

  /// A path relative to a file, without `.` and `..`.
  static func path(_ name: String, beside file: String) -> String {
    var parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
    for part in name.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if !parts.isEmpty { parts.removeLast() }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// Libraries whose absence no cookbook meets, and which bring nothing that is not told elsewhere.
  private static let present: Set<String> = [
    "json", "yaml", "set", "time", "date", "uri", "pathname", "securerandom", "digest", "digest/sha2",
    "digest/md5", "digest/sha1", "base64", "ostruct", "shellwords", "tempfile", "tmpdir", "fileutils",
    "open-uri", "net/http", "net/https", "open3", "timeout", "erb", "forwardable", "singleton", "benchmark",
    "socket", "ipaddr", "resolv", "etc", "openssl", "zlib", "stringio", "logger", "English", "rexml/document",
    "rubygems", "mixlib/shellout", "chef", "ohai", "chef-utils", "rbconfig", "csv", "psych", "bigdecimal",
    "delegate", "observer", "optparse", "pp", "cgi", "csv", "thread", "weakref", "tsort", "monitor",
  ]
}

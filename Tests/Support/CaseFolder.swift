import Glibc

/// The files of a folder of cases; an empty folder is an error, since a test without cases passes in silence.
package struct CaseFolder {
  /// Why a folder gives no cases.
  package struct Unusable: Error, CustomStringConvertible {
    package let description: String

    package init(description: String) { self.description = description }
  }

  /// One file of the folder.
  package struct File: Sendable, CustomStringConvertible {
    /// Its name without the folder.
    package let name: String
    package let path: String
    package let bytes: [UInt8]

    package var text: String { String(decoding: bytes, as: UTF8.self) }
    package var description: String { name }
  }

  /// Reads the files below `Fixtures/PATH` whose names end in one of the endings, sorted by name.
  package static func files(in path: String, endings: [String]) throws -> [File] {
    let folder = Repository.fixture(path)
    let names = try names(in: folder).filter { name in endings.contains { name.hasSuffix($0) } }
    guard !names.isEmpty else { throw Unusable(description: "no cases in \(folder)") }
    return try names.map { name in
      File(name: name, path: folder + "/" + name, bytes: try bytes(of: folder + "/" + name))
    }
  }

  /// The bytes of a file.
  package static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw Unusable(description: "cannot read \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func names(in folder: String) throws -> [String] {
    guard let directory = opendir(folder) else { throw Unusable(description: "cannot list \(folder)") }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}

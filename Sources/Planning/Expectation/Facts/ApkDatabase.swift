import Matching

/// Alpine's list of installed packages: paragraphs of `X:value` lines (apk-v2 installed database).
enum ApkDatabase {
  static func packages(_ bytes: [UInt8]) -> [PackageDatabase.Package] {
    var packages: [PackageDatabase.Package] = []
    var name = ""
    var version = ""
    var architecture = ""
    func finish() {
      guard !name.isEmpty else { return }
      packages.append(
        PackageDatabase.Package(
          name: name, version: PackageVersion(version, in: .apk), architecture: architecture, leftover: nil))
      (name, version, architecture) = ("", "", "")
    }
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      guard line.count > 2, line[line.startIndex + 1] == UInt8(ascii: ":") else {
        if line.isEmpty { finish() }
        continue
      }
      let value = line.dropFirst(2)
      switch line.first {
      case UInt8(ascii: "P"): name = String(decoding: value, as: UTF8.self)
      case UInt8(ascii: "V"): version = String(decoding: value, as: UTF8.self)
      case UInt8(ascii: "A"): architecture = String(decoding: value, as: UTF8.self)
      default: break
      }
    }
    finish()
    return packages
  }
}

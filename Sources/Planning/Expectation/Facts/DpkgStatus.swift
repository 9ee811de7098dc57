import Matching

/// Debian's list of packages: paragraphs of `Field: value` lines (deb822(5)).
enum DpkgStatus {
  /// The packages of a status file; a paragraph without `Status` is installed, as in distroless images.
  static func packages(_ bytes: [UInt8]) -> [PackageDatabase.Package] {
    var packages: [PackageDatabase.Package] = []
    var fields = Fields()
    var start = 0
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if start == end {
        fields.package.map { packages.append($0) }
        fields = Fields()
      } else {
        fields.take(bytes[start..<end])
      }
      start = end + 1
    }
    fields.package.map { packages.append($0) }
    return packages
  }

  private struct Fields {
    var name = ""
    var version = ""
    var architecture = ""
    var status = ""

    mutating func take(_ line: ArraySlice<UInt8>) {
      // Only four fields count; most lines are told apart by their first byte.
      switch line.first {
      case UInt8(ascii: "P"): value(of: "Package: ", line).map { name = $0 }
      case UInt8(ascii: "V"): value(of: "Version: ", line).map { version = $0 }
      case UInt8(ascii: "A"): value(of: "Architecture: ", line).map { architecture = $0 }
      case UInt8(ascii: "S"): value(of: "Status: ", line).map { status = $0 }
      default: break
      }
    }

    var package: PackageDatabase.Package? {
      guard !name.isEmpty else { return nil }
      let isInstalled = status.isEmpty || status == "install ok installed" || status == "hold ok installed"
      return PackageDatabase.Package(
        name: name, version: PackageVersion(version, in: .dpkg), architecture: architecture,
        leftover: isInstalled ? nil : status)
    }

    private func value(of field: StaticString, _ line: ArraySlice<UInt8>) -> String? {
      let count = field.utf8CodeUnitCount
      let isField = field.withUTF8Buffer { line.starts(with: $0) }
      guard isField else { return nil }
      return String(decoding: line.dropFirst(count), as: UTF8.self)
    }
  }
}

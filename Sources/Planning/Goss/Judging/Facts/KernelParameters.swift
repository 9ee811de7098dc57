import Image
import Source

/// The kernel's parameters that an image sets when it starts (sysctl.d(5)).
struct KernelParameters {
  private static let folders = [
    "/etc/sysctl.d", "/run/sysctl.d", "/usr/local/lib/sysctl.d", "/usr/lib/sysctl.d",
  ]
  private static let limit = 1 << 20

  let image: ToldImage
  private let settings = Remembered<[String: String]>()

  init(image: ToldImage) { self.image = image }

  /// A parameter's name with dots, whichever way it is written.
  static func dotted(_ name: String) -> String { name.replacingSlashes }

  /// The value that the image's files give a parameter; any other only a running kernel tells.
  func finding(of name: String) throws(Untold) -> GossFinding {
    let settings = try settings.value { () throws(Untold) in
      var settings: [String: String] = [:]
      for path in try files {
        for (key, value) in Self.settings(try image.read(path, limit: Self.limit) ?? []) {
          settings[key] = value
        }
      }
      return settings
    }
    return settings[name.replacingSlashes].map { .value(.text($0)) }
      ?? .undecided(UnknownReason("no file of sysctl.d sets `\(name)`, so only a running kernel can tell"))
  }

  /// The files in the order of their names; of two with the same name the one in the earlier folder counts.
  private var files: [String] {
    get throws(Untold) {
      var byName: [String: String] = [:]
      for folder in Self.folders {
        for entry in try image.entries(under: folder)
        where entry.path.hasSuffix(".conf") && entry.kind == .file {
          let name = String(entry.path.split(separator: "/").last ?? "")
          if byName[name] == nil { byName[name] = entry.path }
        }
      }
      let last = try image.entry(at: "/etc/sysctl.conf")?.kind == .file ? ["/etc/sysctl.conf"] : []
      return byName.sorted { $0.key < $1.key }.map(\.value) + last
    }
  }

  private static func settings(_ bytes: [UInt8]) -> [(String, String)] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      guard let equals = line.firstIndex(of: "="), let first = line.first(where: { $0 != " " && $0 != "\t" }),
        first != "#", first != ";"
      else { return nil }
      let key = line[..<equals].filter { $0 != " " && $0 != "\t" }
      let name = key.hasPrefix("-") ? String(key.dropFirst()) : key
      return (name.replacingSlashes, line[line.index(after: equals)...].trimmingBlanks)
    }
  }
}

extension String {
  /// A parameter's name with dots, whichever way it is written.
  fileprivate var replacingSlashes: String {
    guard let first = first(where: { $0 == "." || $0 == "/" }), first == "/" else { return self }
    return String(map { $0 == "/" ? "." : $0 == "." ? "/" : $0 })
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var text = self
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
    return String(text)
  }
}

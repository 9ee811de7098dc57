import DataSyntax

/// The machine that an image is made for.
package struct Platform: Sendable, Hashable {
  package let os: String
  package let architecture: String
  /// `v7`, where an architecture has several; `v8` of `arm64` goes without saying.
  package let variant: String?

  package init(os: String, architecture: String, variant: String? = nil) {
    self.os = os
    self.architecture = architecture
    self.variant = variant == "" || architecture == "arm64" && variant == "v8" ? nil : variant
  }

  /// Reads `os/architecture` or `os/architecture/variant`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(parts.count), !parts.contains("") else { return nil }
    self.init(os: parts[0], architecture: parts[1], variant: parts.count == 3 ? parts[2] : nil)
  }

  init(json: DataNode) {
    self.init(
      os: json["os"]?.text ?? "", architecture: json["architecture"]?.text ?? "",
      variant: json["variant"]?.text)
  }

  /// The platform that an image says it is for.
  package init(of image: ImageConfiguration) {
    self.init(os: image.os, architecture: image.architecture, variant: image.variant)
  }

  var json: JSONText {
    .members([
      ("architecture", .string(architecture)), ("os", .string(os)), ("variant", variant.map { .string($0) }),
    ])
  }

  /// Whether it is one that programs run on.
  var isKnown: Bool { os != "unknown" }

  /// Whether an image for a platform is what is asked for; one that is asked for without a variant may have any.
  package func isMet(by other: Platform) -> Bool {
    os == other.os && architecture == other.architecture && (variant == nil || variant == other.variant)
  }

  /// The platform of this program: what runs here.
  package static var current: Platform {
    #if arch(arm64)
      Platform(os: "linux", architecture: "arm64")
    #else
      Platform(os: "linux", architecture: "amd64")
    #endif
  }
}

extension Platform: CustomStringConvertible {
  /// `linux/arm/v7`
  package var description: String { [os, architecture, variant].compactMap { $0 }.joined(separator: "/") }
}

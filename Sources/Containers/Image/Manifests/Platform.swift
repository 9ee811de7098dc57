import DataSyntax

/// The machine that an image is made for.
package struct Platform: Sendable, Hashable {
  package let os: String
  package let architecture: String

  package init(os: String, architecture: String) {
    self.os = os
    self.architecture = architecture
  }

  init(json: DataNode) {
    self.init(os: json["os"]?.text ?? "", architecture: json["architecture"]?.text ?? "")
  }

  var json: JSONText {
    .members([("architecture", .string(architecture)), ("os", .string(os))])
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

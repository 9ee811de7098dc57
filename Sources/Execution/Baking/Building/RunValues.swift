import Packer

/// The values that only a run knows: what fills the holes of a plan.
struct RunValues: Sendable {
  /// Made once for the whole run.
  let runUUID: String
  /// Values of functions (`timestamp`, `uuid`, …) by the hole's name, made once so that all builds agree.
  let functions: @Sendable (String) -> String?
  var containerID: String?
  var imageDigest: String?
  /// Who logs in, where a container stands in for a machine.
  var account: String?

  /// Fills a text; fails on a value that this moment of the build does not have.
  func fill(_ text: RunText, extra: [Hole: String] = [:]) throws(StepFailure) -> String {
    var missing: Hole?
    let filled = text.filled { hole in
      let value = extra[hole] ?? self.value(of: hole)
      if value == nil, missing == nil { missing = hole }
      return value
    }
    guard let filled else {
      throw StepFailure("the value of `\(missing?.name ?? "?")` is not known at this point of the build")
    }
    return filled
  }

  private func value(of hole: Hole) -> String? {
    switch hole {
    case .function(let name): functions(name)
    case .build(let key): buildValue(key)
    }
  }

  /// What Packer 1.6.6's docker builder offers under `{{build "KEY"}}`.
  private func buildValue(_ key: String) -> String? {
    switch key {
    case "ID": containerID ?? "ERR_ID_NOT_IMPLEMENTED_BY_BUILDER"
    case "PackerRunUUID": runUUID
    case "PackerHTTPIP": "ERR_HTTP_IP_NOT_IMPLEMENTED_BY_BUILDER"
    case "PackerHTTPPort": "ERR_HTTP_PORT_NOT_IMPLEMENTED_BY_BUILDER"
    case "PackerHTTPAddr": "ERR_HTTP_ADDR_NOT_IMPLEMENTED_BY_BUILDER"
    case "ImageSha256": imageDigest ?? "ERR_IMAGE_SHA256_NOT_FOUND"
    case "ConnType": account == nil ? "docker" : "ssh"
    case "Port": account == nil ? "0" : "22"
    case "Host" where account != nil: "127.0.0.1"
    case "User" where account != nil: account
    case "Host", "User", "Password", "SSHPublicKey", "SSHPrivateKey", "SSHPrivateKeyFile", "WinRMPassword": ""
    case "SSHAgentAuth": "false"
    default: nil
    }
  }
}

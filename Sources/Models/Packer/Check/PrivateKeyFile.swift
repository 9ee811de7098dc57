/// A file with a private key for SSH, as far as Packer reads it when it validates.
struct PrivateKeyFile {
  private let block: PEMBlock?

  init(_ bytes: [UInt8]) { block = PEMBlock.first(in: bytes) }

  /// Why Packer does not take the key, in words that follow the path; nil where it does.
  var problem: String? {
    guard let block else { return "holds no private key" }
    if block.headers["Proc-Type"] == "4,ENCRYPTED" { return Self.locked }
    switch block.kind {
    case "RSA PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY":
      return Self.isSequence(block.content) ? nil : "holds a damaged private key"
    case "OPENSSH PRIVATE KEY": return Self.problem(ofOpenSSH: block.content)
    default: return "holds a key of a kind that Packer does not know"
    }
  }

  /// The same where only a key for RSA will do, in its oldest form; a passphrase may be given.
  var problemAsRSA: String? {
    guard let block, block.kind == "RSA PRIVATE KEY" else { return "holds no private key for RSA" }
    return block.headers["Proc-Type"] == nil ? problem : nil
  }

  private static let locked = "is protected with a passphrase, which Packer cannot be told"

  /// OpenSSH's own form: a word that begins it, then the cipher's name with its length.
  private static func problem(ofOpenSSH content: [UInt8]) -> String? {
    let magic = Array("openssh-key-v1\0".utf8)
    let open: [UInt8] = [0, 0, 0, 4] + Array("none".utf8)
    guard content.starts(with: magic), content.count > magic.count + open.count else {
      return "holds a damaged private key"
    }
    return content.dropFirst(magic.count).starts(with: open) ? nil : locked
  }

  /// Whether the bytes are one sequence of ASN.1, whole.
  private static func isSequence(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 2, bytes[0] == 0x30 else { return false }
    guard bytes[1] >= 0x80 else { return bytes.count == 2 + Int(bytes[1]) }
    let width = Int(bytes[1] & 0x7F)
    guard 1...4 ~= width, bytes.count > 2 + width else { return false }
    let length = bytes[2..<2 + width].reduce(0) { $0 << 8 | Int($1) }
    return bytes.count == 2 + width + length
  }
}

/// A file with a certificate for a key of SSH: a line as `ssh-keygen` writes it.
enum CertificateFile {
  static func holdsCertificate(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: UInt8(ascii: "\n")).contains { line in
      let words = line.split { $0 == 0x20 || $0 == 0x09 }
      return words.indices.dropLast().contains { place in
        String(decoding: words[place], as: UTF8.self).hasSuffix("-cert-v01@openssh.com")
          && PEMBlock.decoded(words[place + 1]) != nil
      }
    }
  }
}

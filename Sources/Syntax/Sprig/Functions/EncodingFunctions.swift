import Crypto
import DataSyntax
import GoTemplate
import Source

/// Sprig's functions of JSON, base encodings and checksums.
enum EncodingFunctions {
  static func function(_ name: String) -> PlainFunction? { json(name) ?? bases(name) ?? sums(name) }

  private static func json(_ name: String) -> PlainFunction? {
    switch name {
    case "toJson", "mustToJson":
      .of(.any) { written($0[0], by: name) { $0.goCompact(escapesMarkup: true) } }
    case "toRawJson", "mustToRawJson":
      .of(.any) { written($0[0], by: name) { $0.goCompact(escapesMarkup: false) } }
    case "toPrettyJson", "mustToPrettyJson":
      .of(.any) { written($0[0], by: name) { $0.goIndented("  ", escapesMarkup: true) } }
    case "fromJson", "mustFromJson":
      .of(.text) { arguments in
        guard let value = PlainValue(json: arguments.text(0)) else {
          return name == "fromJson" ? .value(.none) : .failure("invalid JSON")
        }
        return .value(value)
      }
    default: nil
    }
  }

  private static func bases(_ name: String) -> PlainFunction? {
    switch name {
    case "b64enc":
      .of(.text) { .text(String(decoding: Base64.encoded(Array($0.text(0).utf8)), as: UTF8.self)) }
    case "b64dec":
      .of(.text) { arguments in
        do throws(StrictBase64.Fault) {
          return .bytes(try StrictBase64.decoded(Array(arguments.text(0).utf8)))
        } catch {
          return .text(error.message)
        }
      }
    case "b32enc": .of(.text) { .text(Base32.encoded(Array($0.text(0).utf8))) }
    case "b32dec":
      .of(.text) { arguments in
        do throws(Base32.Fault) {
          return .bytes(try Base32.decoded(arguments.text(0)))
        } catch {
          return .text(error.message)
        }
      }
    default: nil
    }
  }

  private static func sums(_ name: String) -> PlainFunction? {
    switch name {
    case "sha1sum": .of(.text) { .text(Array(Insecure.SHA1.hash(data: Array($0.text(0).utf8))).hexadecimal) }
    case "sha256sum": .of(.text) { .text(Array(SHA256.hash(data: Array($0.text(0).utf8))).hexadecimal) }
    case "sha512sum": .of(.text) { .text(Array(SHA512.hash(data: Array($0.text(0).utf8))).hexadecimal) }
    case "adler32sum": .of(.text) { .text(String(adler32(Array($0.text(0).utf8)))) }
    default: nil
    }
  }

  /// The checksum of RFC 1950.
  private static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var (low, high) = (UInt32(1), UInt32(0))
    for byte in bytes {
      low = (low + UInt32(byte)) % 65521
      high = (high + low) % 65521
    }
    return high << 16 | low
  }

  /// A value as JSON; of one that JSON cannot hold Sprig makes nothing, or an error where its name says so.
  private static func written(
    _ value: PlainValue, by name: String, _ bytes: (JSONText) -> [UInt8]
  ) -> Answer {
    if let fault = value.jsonFault {
      return name.contains("must") || name == "toRawJson" ? .failure(fault) : .text("")
    }
    return .text(String(decoding: bytes(value.json), as: UTF8.self))
  }
}

/// The libraries that come with Ruby: `require` of one has no effect here.
enum StandardLibraries {
  static func hold(_ name: String) -> Bool { names.contains(name) }

  private static let names = Set(
    """
    English abbrev base64 benchmark bigdecimal bigdecimal/util bundler cgi coverage csv date
    delegate did_you_mean digest digest/md5 digest/sha1 digest/sha2 digest/sha256 drb erb etc expect
    fcntl fiber fiddle fileutils find forwardable getoptlong io/console io/wait ipaddr irb json
    json/add/core logger matrix minitest monitor mutex_m net/ftp net/http net/https net/imap
    net/smtp net/pop net/protocol nkf objspace observer open-uri open3 openssl optparse ostruct
    pathname pp prettyprint prime pstore psych pty racc rake rbconfig rdoc readline reline resolv
    resolv-replace rexml/document rinda ripper rubygems securerandom set shellwords singleton socket
    stringio strscan syslog tempfile thread time timeout tmpdir tsort un unicode_normalize uri
    uri/http weakref webrick yaml yaml/store zlib enumerator thwait rational complex
    rubygems/version rubygems/package net/telnet
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}

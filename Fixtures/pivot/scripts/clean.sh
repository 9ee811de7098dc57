#!/bin/sh
# Removes what only the bake needed.
set -eu
apt-get clean
rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin /tmp/packer-*

<?xml version="1.0" encoding="UTF-8"?>
<!-- From a Schematron schema to the XSLT that applies it.

     First all indirection is removed (expand.xsl: abstract patterns, abstract rules); then each
     pattern becomes a mode and each rule a template of it (compile.xsl). The sheet that comes out
     writes <found> with one <finding> per assertion that failed or report that held:
       <finding id="…" role="…" path="/Q{…}TEI[1]/…"><text>…</text><help>…</help></finding>
     Phases are ignored: every pattern is active. Nothing outside the schema is read. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <xsl:output method="xml" indent="no" encoding="UTF-8"/>

  <xsl:include href="modules/expand.xsl"/>
  <xsl:include href="modules/compile.xsl"/>
  <xsl:include href="modules/messages.xsl"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="schema" as="element(sch:schema)?" select="sch:schema"/>
    <xsl:if test="empty($schema)">
      <xsl:message terminate="yes" select="'this is no Schematron schema: its root is ' || name(*)"/>
    </xsl:if>
    <xsl:variable name="plain" as="document-node()">
      <xsl:document><xsl:apply-templates mode="expand" select="$schema"/></xsl:document>
    </xsl:variable>
    <xsl:apply-templates mode="compile" select="$plain/sch:schema"/>
  </xsl:template>

</xsl:stylesheet>

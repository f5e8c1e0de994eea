<?xml version="1.0" encoding="UTF-8"?>
<!--
  One textual note per mark. The lemma is what the reader sees on the line, signs included, so
  that it can be found there; a long one is shortened to its first and last word.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://siglum.example/ns/functions"
  xmlns:p="https://siglum.example/ns/print"
  xmlns="https://siglum.example/ns/print"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:mode name="note" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="p:mark" mode="note" as="element(p:note)">
    <xsl:variable name="shown" as="xs:string" select="f:plain(.)"/>
    <note register="textual" mark="{@id}">
      <xsl:copy-of select="@n"/>
      <lemma>{p:shortened($shown)}</lemma>
      <comment>{p:unrepeated(@explain, $shown)}</comment>
    </note>
  </xsl:template>

  <!-- more than four words: the first and the last, which is how one looks a passage up -->
  <xsl:function name="p:shortened" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="each" as="xs:string*" select="tokenize($words)"/>
    <xsl:sequence select="if (count($each) gt 4) then $each[1] || ' … ' || $each[last()]
                          else $words"/>
  </xsl:function>

  <!-- “lost text: one word missing” after the lemma “[one word missing]” says it twice -->
  <xsl:function name="p:unrepeated" as="xs:string">
    <xsl:param name="explanation" as="xs:string"/>
    <xsl:param name="shown" as="xs:string"/>
    <xsl:variable name="detail" as="xs:string" select="substring-after($explanation, ': ')"/>
    <xsl:sequence select="
      if ($detail != '' and contains($shown, $detail)) then substring-before($explanation, ': ')
      else $explanation"/>
  </xsl:function>

</xsl:stylesheet>
